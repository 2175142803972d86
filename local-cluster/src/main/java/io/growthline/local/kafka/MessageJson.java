package io.growthline.local.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.avro.RecordSchemas;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Records of the contract as JSON for people's eyes: credits with two digits, times in ISO-8601,
 * every field in its schema's order, nulls included.
 */
public final class MessageJson {

  private static final JsonFactory JSON = new JsonFactory();

  private MessageJson() {}

  /** One line of JSON, without line break. */
  public static String of(Record message) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      writeRecord(
          json, RecordSchemas.of(message.getClass()), message, RecordData.of(message.getClass()));
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused a write", e);
    }
    return text.toString();
  }

  private static void writeRecord(
      JsonGenerator json, Schema schema, Object record, RecordData<?> data) throws IOException {
    json.writeStartObject();
    for (Schema.Field field : schema.getFields()) {
      json.writeFieldName(field.name());
      write(json, field.schema(), data.getField(record, field.name(), field.pos()), data);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Schema schema, Object value, RecordData<?> data)
      throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (schema.getType()) {
      case UNION -> write(json, schema.getTypes().get(1), value, data);
      case RECORD -> writeRecord(json, schema, value, data);
      case ARRAY -> writeArray(json, schema.getElementType(), (List<?>) value, data);
      case MAP -> writeMap(json, schema.getValueType(), (Map<?, ?>) value, data);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case INT, LONG -> writeInteger(json, schema.getLogicalType(), ((Number) value).longValue());
      case BYTES -> writeBytes(json, schema.getLogicalType(), value);
      default -> json.writeString(value.toString());
    }
  }

  private static void writeArray(
      JsonGenerator json, Schema element, List<?> values, RecordData<?> data) throws IOException {
    json.writeStartArray();
    for (Object value : values) {
      write(json, element, value, data);
    }
    json.writeEndArray();
  }

  private static void writeMap(
      JsonGenerator json, Schema valueType, Map<?, ?> values, RecordData<?> data)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      write(json, valueType, entry.getValue(), data);
    }
    json.writeEndObject();
  }

  private static void writeInteger(JsonGenerator json, LogicalType meaning, long value)
      throws IOException {
    if (meaning instanceof LogicalTypes.TimestampMillis) {
      json.writeString(Instant.ofEpochMilli(value).toString());
    } else if (meaning instanceof LogicalTypes.Date) {
      json.writeString(LocalDate.ofEpochDay(value).toString());
    } else {
      json.writeNumber(value);
    }
  }

  private static void writeBytes(JsonGenerator json, LogicalType meaning, Object value)
      throws IOException {
    if (meaning instanceof LogicalTypes.Decimal decimal) {
      json.writeNumber(BigDecimal.valueOf((Long) value, decimal.getScale()));
    } else {
      json.writeString(textOrBase64((byte[]) value));
    }
  }

  private static String textOrBase64(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "base64:" + Base64.getEncoder().encodeToString(bytes);
    }
  }
}
