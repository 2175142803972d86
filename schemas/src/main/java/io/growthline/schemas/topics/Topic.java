package io.growthline.schemas.topics;

import java.io.Serializable;

/**
 * A Kafka topic of the contract.
 *
 * @param name name without a tenant's prefix
 * @param key what the key holds, as UTF-8 text
 * @param valueType record class of the values
 * @param partitions default number of partitions; it can be changed only before the first record,
 *     since a key moves to another partition with it
 */
public record Topic<T extends Record>(
    String name, String key, Class<T> valueType, Cleanup cleanup, Delivery delivery, int partitions)
    implements Serializable {

  /** The same topic, spread over another number of partitions. */
  public Topic<T> withPartitions(int number) {
    return new Topic<>(name, key, valueType, cleanup, delivery, number);
  }
}
