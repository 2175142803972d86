package io.growthline.schemas.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.growthline.schemas.avro.RecordData;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Writes lists, maps and records as the JSON text that a table column holds, and reads it again;
 * keys of maps are sorted.
 */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private final RecordData<?> records;

  /**
   * @param records takes records apart and puts them together
   */
  JsonText(RecordData<?> records) {
    this.records = records;
  }

  String of(Schema type, Object value) {
    // Most of them, in most rows.
    if (value instanceof List<?> list && list.isEmpty()) {
      return "[]";
    }
    if (value instanceof Map<?, ?> map && map.isEmpty()) {
      return "{}";
    }
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
    Map<?, ?> sorted = values instanceof SortedMap ? values : new TreeMap<>(values);
    for (Map.Entry<?, ?> entry : sorted.entrySet()) {
      json.writeFieldName((String) entry.getKey());
      write(json, type, entry.getValue());
    }
    json.writeEndObject();
  }

  /**
   * What such a text says.
   *
   * @throws IllegalArgumentException if it is no JSON of that type
   */
  Object read(Schema type, String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      Object value = read(json, type);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("a column's JSON goes on after its end");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalArgumentException("a column holds no JSON of its type", e);
    }
  }

  /** The constant of that name, or the one for those that are newer than this reader. */
  Object constant(Schema enumeration, String symbol) {
    Object constant = records.createEnum(symbol, enumeration);
    return constant == null
        ? records.createEnum(enumeration.getEnumDefault(), enumeration)
        : constant;
  }

  private Object read(JsonParser json, Schema type) throws IOException {
    return switch (type.getType()) {
      case STRING -> text(json);
      case INT -> json.getIntValue();
      // What is no number in JSON, such as NaN, is written as text.
      case DOUBLE ->
          json.hasToken(JsonToken.VALUE_STRING)
              ? Double.parseDouble(json.getText())
              : json.getDoubleValue();
      case ENUM -> constant(type, text(json));
      case UNION -> json.hasToken(JsonToken.VALUE_NULL) ? null : read(json, type.getTypes().get(1));
      case RECORD -> readRecord(json, type);
      case ARRAY -> readArray(json, type.getElementType());
      case MAP -> readObject(json, type.getValueType());
      default -> throw new IllegalArgumentException("no table column holds " + type + " in JSON");
    };
  }

  private static String text(JsonParser json) throws IOException {
    require(json, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private Object readRecord(JsonParser json, Schema type) throws IOException {
    require(json, JsonToken.START_OBJECT);
    Object[] components = new Object[type.getFields().size()];
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      Schema.Field field = type.getField(json.currentName());
      json.nextToken();
      if (field == null) {
        json.skipChildren();
      } else {
        components[field.pos()] = read(json, field.schema());
      }
    }
    for (Schema.Field field : type.getFields()) {
      if (components[field.pos()] == null && !field.schema().isNullable()) {
        throw new IllegalArgumentException(
            "a column's " + type.getName() + " lacks " + field.name());
      }
    }
    return records.newRecord(type, components);
  }

  private List<Object> readArray(JsonParser json, Schema element) throws IOException {
    require(json, JsonToken.START_ARRAY);
    List<Object> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(read(json, element));
    }
    return values;
  }

  private Map<String, Object> readObject(JsonParser json, Schema value) throws IOException {
    require(json, JsonToken.START_OBJECT);
    Map<String, Object> values = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      values.put(key, read(json, value));
    }
    return values;
  }

  private static void require(JsonParser json, JsonToken token) {
    if (!json.hasToken(token)) {
      throw new IllegalArgumentException(
          "a column's JSON has " + json.currentToken() + " in place of " + token);
    }
  }
}
