package io.growthline.schemas;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Every record class that has a schema of its own. */
public final class RecordClasses {

  private RecordClasses() {}

  public static List<Class<? extends Record>> all() {
    Stream<Class<? extends Record>> topics = TopicCatalogue.all().stream().map(Topic::valueType);
    Stream<Class<? extends Record>> tables = TableCatalogue.all().stream().map(Table::rowType);
    return Stream.concat(topics, tables).distinct().toList();
  }
}
