package io.growthline.schemas.avro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    Map<Object, Object> unsorted = (Map<Object, Object>) map;
    if (unsorted.size() < 2) {
      return unsorted.entrySet();
    }
    // Most maps have two entries: a tree for each costs more than all of the rest.
    List<Map.Entry<Object, Object>> entries = new ArrayList<>(unsorted.entrySet());
    entries.sort(Comparator.comparing(entry -> (String) entry.getKey()));
    return entries;
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
