package io.growthline.ingest;

/**
 * One line of a file, without its end.
 *
 * @param number from 1, empty lines counted
 * @param bytes the whole line, or the start of one that is too long
 * @param length of the whole line, in bytes
 * @param sha256 of the whole line, in hexadecimal, if it is too long, else null
 * @param whole false if the file broke off within it
 */
// Handed on at once, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Line(long number, byte[] bytes, long length, String sha256, boolean whole) {

  boolean isTooLong() {
    return sha256 != null;
  }

  boolean isEmpty() {
    return length == 0;
  }
}
