package io.growthline.schemas;

import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.features.Feature;
import io.growthline.schemas.features.FeatureCatalogue;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.tables.TableSchema;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Writes the module's README from the catalogues and the docs of the schemas. */
final class DataDictionary {

  private static final String PERSONAL = " Personal data.";
  private static final String NOT_PERSONAL = " Not personal data.";

  private final StringBuilder text = new StringBuilder();
  private final Deque<Schema> nested = new ArrayDeque<>();

  private DataDictionary() {}

  static String asMarkdown() {
    DataDictionary dictionary = new DataDictionary();
    dictionary.text.append(preface());
    dictionary.topics();
    dictionary.tables();
    dictionary.features();
    return dictionary.text.toString();
  }

  private static String preface() {
    try (InputStream in = DataDictionary.class.getResourceAsStream("/dictionary-preface.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void topics() {
    line("\n## Topics\n");
    line("| topic | key | record | cleanup | delivery | partitions |");
    line("|---|---|---|---|---|---|");
    for (Topic<?> topic : TopicCatalogue.all()) {
      row(
          code(topic.name()),
          topic.key(),
          link(topic.valueType().getSimpleName()),
          lower(topic.cleanup()),
          lower(topic.delivery()),
          String.valueOf(topic.partitions()));
    }
    TopicCatalogue.all().stream()
        .map(Topic::valueType)
        .distinct()
        .forEach(type -> record(RecordSchemas.of(type)));
  }

  private void tables() {
    line("\n## Tables\n");
    line("| table | one row is | folder |");
    line("|---|---|---|");
    for (Table<?> table : TableCatalogue.all()) {
      String folder =
          table.byMonth()
              ? "month=YYYY-MM of " + code(TableSchema.columnName(table.monthOf()))
              : "flat";
      row(link(table.name()), table.schema().getDoc(), folder);
    }
    for (Table<?> table : TableCatalogue.all()) {
      line("\n### " + table.name() + "\n");
      fields(table.schema());
    }
  }

  private void features() {
    line("\n## Features\n");
    line("What models see of an employee, each a column of " + link("employee_features") + ".\n");
    line("| feature | type | unit | window | unknown | personal | meaning |");
    line("|---|---|---|---|---|---|---|");
    for (Feature feature : FeatureCatalogue.all()) {
      row(
          code(TableSchema.columnName(feature.name())),
          type(feature.type()),
          feature.unit(),
          feature.window(),
          code(feature.unknown()),
          feature.personal() ? "yes" : "",
          feature.meaning());
    }
  }

  private void record(Schema record) {
    line("\n### " + record.getName() + "\n");
    line(record.getDoc() + "\n");
    fields(record);
    while (!nested.isEmpty()) {
      record(nested.remove());
    }
  }

  private void fields(Schema record) {
    line("| field | type | null | personal | meaning |");
    line("|---|---|---|---|---|");
    for (Schema.Field field : record.getFields()) {
      row(
          code(field.name()),
          type(field.schema()),
          field.schema().isNullable() ? "yes" : "",
          field.doc().endsWith(NOT_PERSONAL) ? "" : "yes",
          field.doc().replace(NOT_PERSONAL, "").replace(PERSONAL, ""));
    }
  }

  private String type(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    if (logical != null) {
      return logical.getName();
    }
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1));
      case ARRAY -> "list of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case RECORD -> {
        nested.add(schema);
        yield link(schema.getName());
      }
      case ENUM ->
          schema.getEnumSymbols().stream()
              .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
              .collect(Collectors.joining(" ", "enum: ", ""));
      default -> schema.getType().getName();
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String code(String name) {
    return "`" + name + "`";
  }

  private static String link(String heading) {
    return "[" + heading + "](#" + heading.toLowerCase(Locale.ROOT) + ")";
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
