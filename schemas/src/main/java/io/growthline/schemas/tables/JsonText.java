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
import org.apache.avro.generic.GenericData;

/**
 * Writes lists, maps and records as the JSON text that a table column holds; keys of maps are
 * sorted.
 */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private final GenericData records;

  /**
   * @param records takes records apart
   */
  JsonText(GenericData records) {
    this.records = records;
  }

  String of(Schema type, Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, type, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused a write", e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json, Schema type, Object value) throws IOException {
    switch (type.getType()) {
      case STRING -> json.writeString((String) value);
      case INT -> json.writeNumber((Integer) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case ENUM -> json.writeString(((Enum<?>) value).name());
      case UNION -> writeNullable(json, type.getTypes().get(1), value);
      case RECORD -> writeRecord(json, type, value);
      case ARRAY -> writeArray(json, type.getElementType(), (List<?>) value);
      case MAP -> writeObject(json, type.getValueType(), (Map<?, ?>) value);
      default -> throw new IllegalArgumentException("no table column holds " + type + " in JSON");
    }
  }

  private void writeNullable(JsonGenerator json, Schema type, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      write(json, type, value);
    }
  }

  private void writeRecord(JsonGenerator json, Schema type, Object value) throws IOException {
    json.writeStartObject();
    for (Schema.Field field : type.getFields()) {
      json.writeFieldName(field.name());
      write(json, field.schema(), records.getField(value, field.name(), field.pos()));
    }
    json.writeEndObject();
  }

  private void writeArray(JsonGenerator json, Schema type, List<?> values) throws IOException {
    json.writeStartArray();
    for (Object value : values) {
      write(json, type, value);
    }
    json.writeEndArray();
  }

  private void writeObject(JsonGenerator json, Schema type, Map<?, ?> values) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>(values).entrySet()) {
      json.writeFieldName((String) entry.getKey());
      write(json, type, entry.getValue());
    }
    json.writeEndObject();
  }
}
