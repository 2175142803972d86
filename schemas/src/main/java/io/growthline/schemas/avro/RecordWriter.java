package io.growthline.schemas.avro;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.Encoder;

/** Writes Java records, maps sorted by key so that equal records have equal bytes. */
final class RecordWriter<T extends Record> extends GenericDatumWriter<T> {

  RecordWriter(Schema schema, RecordData<T> data) {
    super(schema, data);
  }

  @Override
  @SuppressWarnings("unchecked") // a schema's map has string keys
  protected Iterable<Map.Entry<Object, Object>> getMapEntries(Object map) {
    Map<Object, Object> entries = (Map<Object, Object>) map;
    return entries.size() < 2 ? entries.entrySet() : new TreeMap<>(entries).entrySet();
  }

  @Override
  protected void writeBytes(Object datum, Encoder out) throws IOException {
    if (datum instanceof byte[] bytes) {
      out.writeBytes(bytes);
    } else {
      super.writeBytes(datum, out);
    }
  }
}
