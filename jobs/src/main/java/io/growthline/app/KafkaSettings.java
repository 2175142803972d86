package io.growthline.app;

import io.growthline.schemas.topics.TopicPrefix;
import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * How to reach the brokers.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param prefix what this tenant's topic names start with
 * @param client further client properties, such as TLS and SASL settings; read from a file so that
 *     no secret is an argument
 */
public record KafkaSettings(String bootstrapServers, TopicPrefix prefix, Map<String, String> client)
    implements Serializable {

  Properties clientProperties() {
    Properties properties = new Properties();
    properties.putAll(client);
    return properties;
  }

  /** Passwords are among the client's properties, so that only their names are shown. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, prefix=%s, client=%s]"
        .formatted(bootstrapServers, prefix.value(), new TreeSet<>(client.keySet()));
  }

  /** A name that no other tenant's job on the same brokers uses. */
  String unique(String name) {
    return prefix.value().isEmpty() ? "growthline-" + name : prefix.value() + ".growthline-" + name;
  }
}
