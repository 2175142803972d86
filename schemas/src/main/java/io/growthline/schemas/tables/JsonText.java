package io.growthline.schemas.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Writes lists and maps as the JSON text that a table column holds; keys are sorted. */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  static String of(Schema type, Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, type, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused a write", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Schema type, Object value) throws IOException {
    switch (type.getType()) {
      case STRING -> json.writeString((String) value);
      case INT -> json.writeNumber((Integer) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case ARRAY -> writeArray(json, type.getElementType(), (List<?>) value);
      case MAP -> writeObject(json, type.getValueType(), (Map<?, ?>) value);
      default -> throw new IllegalArgumentException("no table column holds " + type + " in JSON");
    }
  }

  private static void writeArray(JsonGenerator json, Schema type, List<?> values)
      throws IOException {
    json.writeStartArray();
    for (Object value : values) {
      write(json, type, value);
    }
    json.writeEndArray();
  }

  private static void writeObject(JsonGenerator json, Schema type, Map<?, ?> values)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>(values).entrySet()) {
      json.writeFieldName((String) entry.getKey());
      write(json, type, entry.getValue());
    }
    json.writeEndObject();
  }
}
