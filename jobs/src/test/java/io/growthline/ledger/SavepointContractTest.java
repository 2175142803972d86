package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.GoldenFile;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.StateDescriptor;
import org.junit.jupiter.api.Test;

/**
 * State names and the shape of everything in state: a savepoint taken by one release is restored by
 * the next only while these stay. A difference is a decision, to be explained in its commit.
 */
class SavepointContractTest {

  @Test
  void theLedgersStateIsAsItWas() throws IllegalAccessException {
    Set<Class<?>> records = new LinkedHashSet<>();
    List<String> lines = new ArrayList<>();
    for (Field field : descriptors().toList()) {
      StateDescriptor<?, ?> descriptor = (StateDescriptor<?, ?>) field.get(null);
      lines.add(
          "state "
              + descriptor.getName()
              + " "
              + descriptor.getType()
              + " "
              + text(field.getGenericType(), records));
    }
    for (int described = 0; described < records.size(); described++) {
      lines.add(shape(List.copyOf(records).get(described), records));
    }
    GoldenFile.named("ledger-state.txt").assertSame(lines);
  }

  @Test
  void aComponentTakenAwayIsSeen() {
    record Before(String a, long b) {}
    record After(String a) {}
    assertThat(shape(After.class, new LinkedHashSet<>()).replace("After", "Before"))
        .isNotEqualTo(shape(Before.class, new LinkedHashSet<>()));
  }

  private static Stream<Field> descriptors() {
    return Stream.of(FlinkLedgerState.class, LedgerFunction.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> StateDescriptor.class.isAssignableFrom(field.getType()));
  }

  private static String shape(Class<?> type, Set<Class<?>> records) {
    if (type.isEnum()) {
      return "enum " + type.getSimpleName() + " " + Arrays.toString(type.getEnumConstants());
    }
    return "record "
        + type.getSimpleName()
        + Arrays.stream(type.getRecordComponents())
            .map(component -> text(component, records))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(RecordComponent component, Set<Class<?>> records) {
    return component.getName() + ": " + text(component.getGenericType(), records);
  }

  private static String text(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType generic) {
      return ((Class<?>) generic.getRawType()).getSimpleName()
          + Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> text(argument, records))
              .collect(Collectors.joining(", ", "<", ">"));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() || plain.isEnum()) {
      records.add(plain);
    }
    return plain.getSimpleName();
  }
}
