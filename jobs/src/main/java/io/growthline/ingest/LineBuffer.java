package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.hashing.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Collects the bytes of one line. Past the limit it keeps the first 64 KiB, the length and the
 * digest, so that no line, however long, takes more memory than the limit.
 */
final class LineBuffer {

  private static final int FIRST_CAPACITY = 1024;

  private final int limit;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private long length;
  private MessageDigest digest;

  /** Held back: before a line feed it is no part of the line. */
  private boolean carriageReturn;

  /**
   * @param limit longest line that is kept whole, in bytes; at least 64 KiB
   */
  LineBuffer(int limit) {
    this.limit = limit;
  }

  void append(byte[] from, int start, int end) {
    if (start == end) {
      return;
    }
    releaseCarriageReturn();
    carriageReturn = from[end - 1] == '\r';
    add(from, start, carriageReturn ? end - 1 : end);
  }

  boolean hasBytes() {
    return length > 0 || carriageReturn;
  }

  /** What was collected, as a line; the buffer is empty afterwards. */
  Line takeLine(long number) {
    carriageReturn = false;
    return take(number, true);
  }

  /** What was collected of a line that has no end. */
  Line takeRest(long number) {
    releaseCarriageReturn();
    return take(number, false);
  }

  private Line take(long number, boolean whole) {
    boolean tooLong = digest != null;
    byte[] kept = Arrays.copyOf(bytes, tooLong ? DeadLetter.RAW_LIMIT : (int) length);
    String sha256 = tooLong ? Sha256.hex(digest) : null;
    Line line = new Line(number, kept, length, sha256, whole);
    length = 0;
    digest = null;
    return line;
  }

  private void releaseCarriageReturn() {
    if (carriageReturn) {
      carriageReturn = false;
      add(new byte[] {'\r'}, 0, 1);
    }
  }

  private void add(byte[] from, int start, int end) {
    int count = end - start;
    if (digest == null && length + count > limit) {
      digest = Sha256.digest();
      digest.update(bytes, 0, (int) length);
      keepStart(from, start, count);
    } else if (digest == null) {
      keep(from, start, count);
    }
    if (digest != null) {
      digest.update(from, start, count);
    }
    length += count;
  }

  private void keepStart(byte[] from, int start, int count) {
    int missing = DeadLetter.RAW_LIMIT - (int) Math.min(length, DeadLetter.RAW_LIMIT);
    keep(from, start, Math.min(count, missing));
  }

  private void keep(byte[] from, int start, int count) {
    int needed = (int) length + count;
    if (count > 0 && needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(needed, 2 * bytes.length)));
    }
    if (count > 0) {
      System.arraycopy(from, start, bytes, (int) length, count);
    }
  }
}
