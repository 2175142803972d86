package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.GoldenFile;
import io.growthline.ledger.FrozenSerializer;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonOptionsKeys;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;

/**
 * Names of all states and the shape of everything in them, read off the operators of the built
 * graphs: a savepoint taken by one release is restored by the next only while these stay. A
 * difference is a decision, to be explained in its commit.
 */
class SavepointContractTest {

  @Test
  void stateIsAsItWas() throws Exception {
    Set<Class<?>> records = new LinkedHashSet<>();
    // An operator that both jobs have keeps the same in both, and so has its lines once.
    Set<String> lines = new LinkedHashSet<>();
    for (WholeJob job : WholeJob.values()) {
      lines.addAll(states(job.graph(), records));
    }
    Set<String> shapes = new TreeSet<>();
    for (int described = 0; described < records.size(); described++) {
      shapes.add(shape(List.copyOf(records).get(described), records));
    }
    lines.addAll(shapes);
    GoldenFile.named("state.txt").assertSame(List.copyOf(lines));
  }

  /** A state as it may be today. */
  public record Before(String a, long b) {}

  @Test
  void aRenamedStateIsSeen() throws Exception {
    assertThat(statesOfASmallJob("before"))
        .containsExactly(
            "sums keyed by Long",
            "sums _timer_state/event_user-timers PRIORITY_QUEUE",
            "sums _timer_state/processing_user-timers PRIORITY_QUEUE",
            "sums before VALUE Before");
    assertThat(statesOfASmallJob("after")).contains("sums after VALUE Before");
  }

  @Test
  void aComponentTakenAwayIsSeen() {
    record After(String a) {}
    assertThat(shape(After.class, new LinkedHashSet<>()).replace("After", "Before"))
        .isNotEqualTo(shape(Before.class, new LinkedHashSet<>()));
  }

  private static List<String> statesOfASmallJob(String state) throws Exception {
    var descriptor = new ValueStateDescriptor<>(state, TypeInformation.of(Before.class));
    var job = new SmallJob<>(number -> number, Types.LONG, descriptor);
    return states(job.graph("Sums", "sums"), new LinkedHashSet<>());
  }

  private static List<String> states(StreamGraph graph, Set<Class<?>> records) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, KeptState> operator : KeptState.in(graph).entrySet()) {
      KeptState kept = operator.getValue();
      if (!kept.isEmpty()) {
        texts(kept, records).forEach(text -> lines.add(operator.getKey() + " " + text));
      }
    }
    return lines;
  }

  private static List<String> texts(KeptState kept, Set<Class<?>> records) {
    List<String> texts = new ArrayList<>();
    if (kept.keys() != null) {
      texts.add("keyed by " + text(kept.keys().restoreSerializer(), records));
    }
    Stream.of(kept.keyed(), kept.broadcast(), kept.partitioned())
        .flatMap(states -> states.stream().map(state -> text(state, records)).sorted())
        .forEach(texts::add);
    return texts;
  }

  private static String text(StateMetaInfoSnapshot state, Set<Class<?>> records) {
    String name = state.getName() + " ";
    TypeSerializer<?> value = serializer(state, CommonSerializerKeys.VALUE_SERIALIZER);
    return switch (state.getBackendStateType()) {
      case KEY_VALUE ->
          name + state.getOption(CommonOptionsKeys.KEYED_STATE_TYPE) + " " + text(value, records);
      case BROADCAST ->
          name
              + "BROADCAST "
              + map(serializer(state, CommonSerializerKeys.KEY_SERIALIZER), value, records);
      case OPERATOR ->
          name
              + state.getOption(CommonOptionsKeys.OPERATOR_STATE_DISTRIBUTION_MODE)
              + " "
              + text(value, records);
      default -> name + state.getBackendStateType();
    };
  }

  private static TypeSerializer<?> serializer(
      StateMetaInfoSnapshot state, CommonSerializerKeys which) {
    return state.getTypeSerializerSnapshot(which).restoreSerializer();
  }

  private static String text(TypeSerializer<?> serializer, Set<Class<?>> records) {
    if (serializer instanceof MapSerializer<?, ?> map) {
      return map(map.getKeySerializer(), map.getValueSerializer(), records);
    }
    if (serializer instanceof FrozenSerializer<?> frozen) {
      return text(frozen.flinks(), records);
    }
    return text(
        serializer instanceof PojoSerializer<?> pojo
            ? typeOf(pojo)
            : serializer.createInstance().getClass(),
        records);
  }

  private static String map(TypeSerializer<?> key, TypeSerializer<?> value, Set<Class<?>> records) {
    return "Map<" + text(key, records) + ", " + text(value, records) + ">";
  }

  /** The serializer alone knows it, and tells nobody. */
  private static Class<?> typeOf(PojoSerializer<?> serializer) {
    try {
      Field type = PojoSerializer.class.getDeclaredField("clazz");
      type.setAccessible(true);
      return (Class<?>) type.get(serializer);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Flink names it otherwise now", e);
    }
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
