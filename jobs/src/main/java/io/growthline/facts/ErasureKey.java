package io.growthline.facts;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the mark that stays of someone who was erased: HMAC-SHA256 of the id. Whoever has the key
 * can test whether an id they know, or guess, was erased; with {@link #PUBLIC} that is everyone who
 * sees the mark. Thread-safe.
 */
public final class ErasureKey implements Serializable {

  private static final long serialVersionUID = 1;

  private static final String ALGORITHM = "HmacSHA256";

  /** A key that everybody knows. */
  public static final ErasureKey PUBLIC =
      new ErasureKey("growthline.erased".getBytes(StandardCharsets.UTF_8));

  /** Nobody's id: ids have no control characters. */
  private static final String NOBODY = "\0";

  private final byte[] secret;

  private transient volatile Mac prepared;

  private ErasureKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The key in a file: its text without white space around it. It must stay the same as long as
   * anyone's mark is to be known.
   *
   * @param file null: {@link #PUBLIC}
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is empty
   */
  public static ErasureKey read(Path file) throws IOException {
    if (file == null) {
      return PUBLIC;
    }
    // Any bytes are a key: one character stands for each.
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).trim();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no key: it is empty");
    }
    return new ErasureKey(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether it is {@link #PUBLIC}, wherever it came from. */
  public boolean isPublic() {
    return MessageDigest.isEqual(secret, PUBLIC.secret);
  }

  /** Tells this key from others without telling it; as long as a mark, and nobody's. */
  public String fingerprint() {
    return mark(NOBODY);
  }

  /** The mark of an employee, in hexadecimal. */
  public String mark(String employeeId) {
    try {
      Mac mac = (Mac) mac().clone();
      return HexFormat.of().formatHex(mac.doFinal(employeeId.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's own HMAC can be cloned", e);
    }
  }

  private Mac mac() {
    if (prepared == null) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret, ALGORITHM));
        prepared = mac;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
      }
    }
    return prepared;
  }
}
