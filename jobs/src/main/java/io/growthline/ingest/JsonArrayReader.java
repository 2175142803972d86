package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Takes a JSON array apart into its elements, without reading them: it only looks for brackets,
 * commas and strings, so that an element with balanced brackets spoils at most itself, and no file,
 * however large, takes more memory than one element.
 */
final class JsonArrayReader implements Pieces {

  private static final int READ_BYTES = 64 * 1024;
  private static final int END = -1;

  private final Opening opening;
  private InputStream in;
  private final LineBuffer element;
  private final byte[] block = new byte[READ_BYTES];
  private int next;
  private int end;

  private boolean started;
  private boolean closed;
  private boolean atEnd;
  private long elements;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /**
   * @param limit longest element that is handed out whole, in bytes
   */
  JsonArrayReader(Opening opening, int limit) {
    this.opening = opening;
    this.element = new LineBuffer(limit);
  }

  /** Whether a file's first character is an array's; what cannot be read is none. */
  static boolean isArray(Opening opening) throws IOException {
    try (JsonArrayReader reader = new JsonArrayReader(opening, DeadLetter.RAW_LIMIT)) {
      return reader.firstCharacter() == '[';
    } catch (EOFException | ZipException e) {
      return false;
    }
  }

  @Override
  public Line next() throws IOException {
    if (atEnd) {
      return null;
    }
    try {
      if (!started) {
        firstCharacter();
        started = true;
      }
      return closed ? rest() : element();
    } catch (EOFException | ZipException e) {
      return brokenOff();
    }
  }

  @Override
  public String position(Line piece) {
    return "element " + piece.number();
  }

  private Line element() throws IOException {
    for (int c = read(); c != END; c = read()) {
      boolean atTop = depth == 0 && !inString;
      if (atTop && c == ',') {
        return element.takeLine(++elements);
      }
      if (atTop && c == ']') {
        closed = true;
        return element.hasBytes() ? element.takeLine(++elements) : rest();
      }
      if (!atTop || !isBlank(c)) {
        element.append(block, next - 1, next);
        follow(c);
      }
    }
    return brokenOff();
  }

  /** After the array nothing may follow; what does cannot be used, and is told with its bracket. */
  private Line rest() throws IOException {
    for (int c = read(); c != END; c = read()) {
      if (!element.hasBytes() && !isBlank(c)) {
        element.append(new byte[] {']'}, 0, 1);
      }
      if (element.hasBytes()) {
        element.append(block, next - 1, next);
      }
    }
    atEnd = true;
    return element.hasBytes() ? element.takeLine(++elements) : null;
  }

  private Line brokenOff() {
    atEnd = true;
    return element.takeRest(++elements);
  }

  private void follow(int c) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = c == '\\';
      // No string holds a line feed: one that was never closed ends with its line.
      inString = c != '"' && c != '\n';
    } else if (c == '"') {
      inString = true;
    } else if (c == '{' || c == '[') {
      depth++;
    } else if ((c == '}' || c == ']') && depth > 0) {
      depth--;
    }
  }

  /** The first character that is neither blank nor part of a byte order mark, now read. */
  private int firstCharacter() throws IOException {
    int c = read();
    while (c != END && (isBlank(c) || c >= 0x80)) {
      c = read();
    }
    return c;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** The next byte, which then is the one before {@link #next}, or {@link #END}. */
  private int read() throws IOException {
    if (next == end) {
      if (in == null) {
        in = opening.open();
      }
      next = 0;
      end = Math.max(0, in.read(block));
      if (end == 0) {
        return END;
      }
    }
    return block[next++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
