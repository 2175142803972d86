package io.growthline.local.commands;

import io.growthline.local.kafka.MessageJson;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is on a topic. */
@Command(
    name = "tail",
    description = {
      "Decoded messages of a topic, one JSON object a line.",
      "From the topic's beginning until interrupted; with --to-end until where the topic ends at"
          + " the start, with --max at the latest after so many messages."
    })
public final class TailCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Parameters(paramLabel = "TOPIC", description = "For example credits.balances.")
  private String topicName;

  @Option(names = "--employee", paramLabel = "ID", description = "Only this employee's messages.")
  private String employee;

  @Option(names = "--max", paramLabel = "N", description = "At most so many messages.")
  private Long max;

  @Option(
      names = "--to-end",
      description = "All that is committed when it starts, then stop: nothing is waited for.")
  private boolean toEnd;

  @Override
  public Integer call() throws Exception {
    Topic<?> topic = topic();
    if (max != null && max < 1) {
      throw Failure.badUsage("--max " + max + ": ask for at least 1 message");
    }
    String name = kafka.existing(topic);
    try (TopicReader reader = new TopicReader(kafka.client(), List.of(name))) {
      print(reader, topic);
    }
    return 0;
  }

  private void print(TopicReader reader, Topic<?> topic) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    WireFormat<?> format = SingleObjectEncoding.of(topic.valueType());
    Map<TopicPartition, Long> ends = max != null || toEnd ? reader.ends() : null;
    long printed = 0;
    while (ends == null || !reader.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
        if (employee != null && !employee.equals(employeeOf(message, format))) {
          continue;
        }
        out.println(line(message, format));
        if (max != null && ++printed >= max) {
          return;
        }
      }
      if (out.checkError() || Thread.interrupted()) {
        return;
      }
    }
  }

  /** Whom a message is about: lots have keys of their own, all else is keyed by employee. */
  private static String employeeOf(ConsumerRecord<String, byte[]> message, WireFormat<?> format) {
    try {
      return message.value() != null && format.decode(message.value()) instanceof CreditLot lot
          ? lot.employeeId()
          : message.key();
    } catch (UnreadableMessageException e) {
      return message.key();
    }
  }

  private static String line(ConsumerRecord<String, byte[]> message, WireFormat<?> format) {
    byte[] value = message.value();
    if (value == null) {
      return "{\"key\":" + quoted(message.key()) + ",\"removed\":true}";
    }
    if (value.length > 0 && value[0] == '{') {
      return Failure.oneLine(new String(value, StandardCharsets.UTF_8));
    }
    try {
      return MessageJson.of((Record) format.decode(value));
    } catch (UnreadableMessageException e) {
      return "{\"unreadable\":\"%s\",\"partition\":%d,\"offset\":%d}"
          .formatted(e.reason(), message.partition(), message.offset());
    }
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  private Topic<?> topic() {
    return TopicCatalogue.all().stream()
        .filter(topic -> topic.name().equals(topicName))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.badUsage(
                    "there is no topic "
                        + topicName
                        + "; there are "
                        + TopicCatalogue.all().stream()
                            .map(Topic::name)
                            .collect(Collectors.joining(", "))));
  }
}
