package io.growthline.schemas.avro;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Which Java class stands for which named type of a schema; refuses a record class whose components
 * differ from the schema's fields in name, order, type or nullability.
 */
final class RecordBinding {

  private final Map<String, RecordShape> shapes = new HashMap<>();
  private final Map<Class<?>, Schema> schemas = new HashMap<>();
  private final Map<String, Map<String, Object>> constants = new HashMap<>();

  /**
   * @throws IllegalArgumentException naming the first component that differs
   */
  RecordBinding(Class<?> type, Schema schema) {
    bindRecord(type, schema, type.getSimpleName());
  }

  RecordShape shape(Schema record) {
    return shapes.get(record.getFullName());
  }

  Schema schema(Class<?> recordClass) {
    return schemas.get(recordClass);
  }

  Object constant(Schema enumeration, String symbol) {
    return constants.get(enumeration.getFullName()).get(symbol);
  }

  private void bindRecord(Class<?> type, Schema schema, String where) {
    require(type.isRecord(), where, type, schema);
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<String> fields = schema.getFields().stream().map(Schema.Field::name).toList();
    if (!names.equals(fields)) {
      throw new IllegalArgumentException(
          where + ": the record's components are " + names + ", the schema's fields " + fields);
    }
    for (int i = 0; i < components.length; i++) {
      bindComponent(components[i], schema.getFields().get(i).schema(), where + "." + names.get(i));
    }
    shapes.put(schema.getFullName(), RecordShape.of(type));
    schemas.put(type, schema);
  }

  private void bindComponent(RecordComponent component, Schema schema, String where) {
    Class<?> type = component.getType();
    boolean nullable = schema.getType() == Schema.Type.UNION;
    boolean box = Number.class.isAssignableFrom(type) || type == Boolean.class;
    // A box where null is not allowed would fail only when such a record is written.
    require(nullable ? !type.isPrimitive() : !box, where, type, schema);
    bind(component.getGenericType(), schema, where);
  }

  private void bind(Type type, Schema schema, String where) {
    switch (schema.getType()) {
      case UNION -> bind(type, nonNull(schema, where), where);
      case RECORD -> bindRecord(asClass(type, schema, where), schema, where);
      case ENUM -> bindEnum(asClass(type, schema, where), schema, where);
      case ARRAY -> bind(argument(type, List.class, schema, where), schema.getElementType(), where);
      case MAP -> bind(argument(type, Map.class, schema, where), schema.getValueType(), where);
      default -> require(simpleTypes(schema).contains(type), where, type, schema);
    }
  }

  private void bindEnum(Class<?> type, Schema schema, String where) {
    require(type.isEnum(), where, type, schema);
    Map<String, Object> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(c -> ((Enum<?>) c).name(), Function.identity()));
    if (!byName.keySet().equals(Set.copyOf(schema.getEnumSymbols()))) {
      throw new IllegalArgumentException(
          where + ": constants " + byName.keySet() + ", symbols " + schema.getEnumSymbols());
    }
    if (!"UNKNOWN".equals(schema.getEnumDefault())) {
      throw new IllegalArgumentException(where + ": the enum's default is not UNKNOWN");
    }
    constants.put(schema.getFullName(), byName);
  }

  private static Schema nonNull(Schema union, String where) {
    List<Schema> types = union.getTypes();
    if (types.size() != 2 || types.get(0).getType() != Schema.Type.NULL) {
      throw new IllegalArgumentException(where + ": a union other than [null, T]: " + union);
    }
    return types.get(1);
  }

  private static Set<Type> simpleTypes(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> Set.of(String.class);
      case BOOLEAN -> Set.of(boolean.class, Boolean.class);
      case INT -> Set.of(int.class, Integer.class);
      case LONG -> Set.of(long.class, Long.class);
      case DOUBLE -> Set.of(double.class, Double.class);
      case BYTES ->
          isUnscaledDecimal(schema) ? Set.of(long.class, Long.class) : Set.of(byte[].class);
      default -> Set.of();
    };
  }

  private static boolean isUnscaledDecimal(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
        && decimal.getPrecision() <= UnscaledDecimal.MAX_PRECISION;
  }

  private static Class<?> asClass(Type type, Schema schema, String where) {
    require(type instanceof Class<?>, where, type, schema);
    return (Class<?>) type;
  }

  /** The element type of a {@code List<T>}, or the value type of a {@code Map<String, T>}. */
  private static Type argument(Type type, Class<?> container, Schema schema, String where) {
    require(
        type instanceof ParameterizedType generic
            && generic.getRawType() == container
            && (container == List.class || generic.getActualTypeArguments()[0] == String.class),
        where,
        type,
        schema);
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static void require(boolean fits, String where, Type type, Schema schema) {
    if (!fits) {
      throw new IllegalArgumentException(
          where + ": the type " + type.getTypeName() + " does not fit the schema " + schema);
    }
  }
}
