package io.growthline.ingest;

import java.util.Arrays;

/**
 * One line of a file, without its end, or one element of an array.
 *
 * @param number from 1, empty ones counted
 * @param bytes the whole line, or the start of one that is too long
 * @param length of the whole line, in bytes
 * @param sha256 of the whole line, in hexadecimal, if it is too long, else null
 * @param whole false if the file broke off within it
 */
// Handed on at once, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Line(long number, byte[] bytes, long length, String sha256, boolean whole) {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The same line, if it starts with a byte order mark without that; one too long stays as is. */
  Line withoutByteOrderMark() {
    int mark = BYTE_ORDER_MARK.length;
    boolean marked =
        bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return marked && !isTooLong()
        ? new Line(
            number, Arrays.copyOfRange(bytes, mark, bytes.length), length - mark, null, whole)
        : this;
  }

  boolean isTooLong() {
    return sha256 != null;
  }

  boolean isEmpty() {
    return length == 0;
  }
}
