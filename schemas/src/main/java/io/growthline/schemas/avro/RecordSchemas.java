package io.growthline.schemas.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;

/** Finds the Avro schema of a record class: the resource {@code avro/NAME.avsc}. */
public final class RecordSchemas {

  private static final ClassValue<Schema> CURRENT =
      new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
          return parse(type, "/avro/" + type.getSimpleName() + ".avsc");
        }
      };

  private RecordSchemas() {}

  /**
   * The schema that records of this class are written with.
   *
   * @throws IllegalArgumentException if the class has no schema of its own
   */
  public static Schema of(Class<? extends Record> type) {
    return CURRENT.get(type);
  }

  /** Schemas of earlier releases that records of this class may still be found in. */
  public static List<Schema> predecessors(Class<? extends Record> type) {
    String resource = "/avro/predecessors/" + type.getSimpleName() + ".avsc";
    return RecordSchemas.class.getResource(resource) == null
        ? List.of()
        : List.of(parse(type, resource));
  }

  private static Schema parse(Class<?> type, String resource) {
    try (InputStream in = RecordSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(type.getName() + " has no schema " + resource);
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
