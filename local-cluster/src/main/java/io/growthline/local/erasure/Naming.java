package io.growthline.local.erasure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Whether bytes that could not be used name a person. In JSON that is a string or a key that is the
 * id, however it is escaped, or a number where events name a person: any number would be another's
 * score as well. Of bytes that are no JSON, or only up to where they were cut or are broken, those
 * are looked for as text, and the id as text in Avro.
 */
final class Naming {

  private static final JsonFactory JSON = new JsonFactory();

  /** Keys that a person's id belongs to; the last is that of an xAPI account. */
  private static final Set<String> PERSON_KEYS = Set.of("employeeId", "managerId", "name");

  private final String employeeId;
  private final List<byte[]> spellings = new ArrayList<>();

  Naming(String employeeId) {
    this.employeeId = employeeId;
    spellings.add(utf8(inJson(employeeId, false, "%04x")));
    spellings.add(utf8(inJson(employeeId, true, "%04x")));
    spellings.add(utf8(inJson(employeeId, true, "%04X")));
    spellings.add(inAvro(employeeId));
  }

  boolean isIn(byte[] raw) {
    try (JsonParser parser = JSON.createParser(raw)) {
      while (parser.nextToken() != null) {
        if (isNamedBy(parser)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return spellings.stream().anyMatch(spelling -> contains(raw, spelling));
    }
  }

  private boolean isNamedBy(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING, FIELD_NAME -> employeeId.equals(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          parser.currentName() != null
              && PERSON_KEYS.contains(parser.currentName())
              && employeeId.equals(parser.getText());
      default -> false;
    };
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
