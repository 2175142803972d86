package io.growthline.local.erasure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Whether bytes that could not be used name a person: as a whole JSON string, or as Avro text. */
final class Naming {

  private final List<byte[]> spellings = new ArrayList<>();

  Naming(String employeeId) {
    spellings.add(utf8(inJson(employeeId, false, "%04x")));
    spellings.add(utf8(inJson(employeeId, true, "%04x")));
    spellings.add(utf8(inJson(employeeId, true, "%04X")));
    spellings.add(inAvro(employeeId));
  }

  boolean isIn(byte[] raw) {
    return spellings.stream().anyMatch(spelling -> contains(raw, spelling));
  }

  private static boolean contains(byte[] raw, byte[] spelling) {
    for (int start = 0; start + spelling.length <= raw.length; start++) {
      int same = 0;
      while (same < spelling.length && raw[start + same] == spelling[same]) {
        same++;
      }
      if (same == spelling.length) {
        return true;
      }
    }
    return false;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String inJson(String text, boolean ascii, String hex) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (ascii && c > '~') {
        json.append("\\u").append(hex.formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static byte[] inAvro(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      encoder.writeString(text);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a write", e);
    }
    return bytes.toByteArray();
  }
}
