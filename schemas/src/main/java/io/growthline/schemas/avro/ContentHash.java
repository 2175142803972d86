package io.growthline.schemas.avro;

import io.growthline.schemas.hashing.Sha256;
import java.security.MessageDigest;

/** Tells whether two records have the same content. */
public final class ContentHash {

  private static final byte[] NO_HEADER = {};

  private ContentHash() {}

  /**
   * SHA-256, in hexadecimal, over the canonical Avro binary without its trailing zero bytes. A null
   * is a zero byte: so a nullable field added at the end of a schema leaves the hash of everything
   * that lacks it as it was, and an event sent again after an upgrade is still a duplicate.
   */
  @SuppressWarnings("unchecked") // a record's class is the class it is bound to
  public static String of(Record record) {
    return of(RecordData.of((Class<Record>) record.getClass()), record);
  }

  static <T extends Record> String of(RecordData<T> data, T record) {
    byte[] content = data.encode(NO_HEADER, record);
    int length = content.length;
    while (length > 0 && content[length - 1] == 0) {
      length--;
    }
    MessageDigest sha256 = Sha256.digest();
    sha256.update(content, 0, length);
    return Sha256.hex(sha256);
  }
}
