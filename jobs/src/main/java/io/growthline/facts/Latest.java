package io.growthline.facts;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What is true of a key from now on. That it has nothing any more comes in the same stream as what
 * it had: two streams would lose the order.
 *
 * @param value null: the key has none any more
 */
public record Latest<T>(String key, T value) {

  public static <T> Latest<T> none(String key) {
    return new Latest<>(key, null);
  }

  /** The values alone, for who keeps every one of them. */
  public static <T> DataStream<T> values(
      DataStream<Latest<T>> stream, Class<T> type, String name, String uid) {
    FlatMapFunction<Latest<T>, T> present =
        (latest, out) -> {
          if (latest.value() != null) {
            out.collect(latest.value());
          }
        };
    return stream.flatMap(present).returns(TypeInformation.of(type)).name(name).uid(uid);
  }

  /** The keys alone of those that have none any more. */
  public static <T> DataStream<String> removals(
      DataStream<Latest<T>> stream, String name, String uid) {
    FlatMapFunction<Latest<T>, String> removed =
        (latest, out) -> {
          if (latest.value() == null) {
            out.collect(latest.key());
          }
        };
    return stream.flatMap(removed).returns(Types.STRING).name(name).uid(uid);
  }
}
