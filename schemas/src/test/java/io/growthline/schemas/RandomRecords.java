package io.growthline.schemas;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Any record of a class, with every value its schema allows. */
public final class RandomRecords {

  private RandomRecords() {}

  public static Arbitrary<Record> of(Class<? extends Record> type, Schema schema) {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    List<Arbitrary<Object>> values =
        schema.getFields().stream()
            .map(field -> any(components[field.pos()].getGenericType(), field.schema()))
            .toList();
    return Combinators.combine(values)
        .as(
            arguments -> {
              try {
                return type.cast(constructor.newInstance(arguments.toArray()));
              } catch (ReflectiveOperationException e) {
                throw new LinkageError("a record without a public constructor", e);
              }
            });
  }

  private static Arbitrary<Object> any(Type type, Schema schema) {
    return switch (schema.getType()) {
      case UNION -> any(type, schema.getTypes().get(1)).injectNull(0.3);
      case RECORD -> of(((Class<?>) type).asSubclass(Record.class), schema).asGeneric();
      case ENUM -> Arbitraries.of(Arrays.asList((Object[]) ((Class<?>) type).getEnumConstants()));
      case ARRAY -> any(last(type), schema.getElementType()).list().ofMaxSize(4).asGeneric();
      case MAP ->
          Arbitraries.maps(text(), any(last(type), schema.getValueType())).ofMaxSize(4).asGeneric();
      case STRING -> text().asGeneric();
      case BYTES -> schema.getLogicalType() == null ? bytes() : decimal(schema);
      case INT -> Arbitraries.integers().asGeneric();
      case LONG -> schema.getLogicalType() == null ? Arbitraries.longs().asGeneric() : instant();
      case DOUBLE -> Arbitraries.doubles().asGeneric();
      case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static Type last(Type generic) {
    Type[] arguments = ((ParameterizedType) generic).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().withChars("aZ0 \"\\\n\uFFFD李娜").ofMaxLength(8);
  }

  /** Milliseconds that tables can hold, in microseconds. */
  private static Arbitrary<Object> instant() {
    long most = Long.MAX_VALUE / 1000;
    return Arbitraries.longs().between(-most, most).asGeneric();
  }

  private static Arbitrary<Object> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(20).asGeneric();
  }

  private static Arbitrary<Object> decimal(Schema schema) {
    int digits = ((LogicalTypes.Decimal) schema.getLogicalType()).getPrecision();
    long most = Long.parseLong("9".repeat(digits));
    return Arbitraries.longs().between(-most, most).asGeneric();
  }
}
