package io.growthline.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Splits a stream into lines that end in LF or CRLF; the last may lack its end, and a byte order
 * mark at the start is no part of the first.
 */
final class LineReader implements Pieces {

  private static final int READ_BYTES = 64 * 1024;

  private final Opening opening;
  private InputStream in;
  private final LineBuffer line;
  private final byte[] block = new byte[READ_BYTES];
  private int next;
  private int end;
  private long lines;
  private boolean atEnd;

  /**
   * @param limit longest line that is handed out whole, in bytes
   */
  LineReader(Opening opening, int limit) {
    this.opening = opening;
    this.line = new LineBuffer(limit);
  }

  /** The next line that is not empty. */
  @Override
  public Line next() throws IOException {
    while (!atEnd) {
      Line found = withoutByteOrderMark(nextOfAnyLength());
      if (found != null && !(found.whole() && found.isEmpty())) {
        return found;
      }
    }
    return null;
  }

  @Override
  public String position(Line piece) {
    return Long.toString(piece.number());
  }

  private static Line withoutByteOrderMark(Line line) {
    return line != null && line.number() == 1 ? line.withoutByteOrderMark() : line;
  }

  private Line nextOfAnyLength() throws IOException {
    while (true) {
      int from = next;
      while (next < end) {
        if (block[next++] == '\n') {
          line.append(block, from, next - 1);
          return line.takeLine(++lines);
        }
      }
      line.append(block, from, end);
      try {
        if (!fill()) {
          atEnd = true;
          return line.hasBytes() ? line.takeLine(++lines) : null;
        }
      } catch (EOFException | ZipException e) {
        atEnd = true;
        return line.takeRest(++lines);
      }
    }
  }

  private boolean fill() throws IOException {
    next = 0;
    end = 0;
    if (in == null) {
      in = opening.open();
    }
    end = Math.max(0, in.read(block));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
