package io.growthline.local.commands;

import io.growthline.rulebook.Publication;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookNotPublishedException;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a rule book into force. */
@Command(
    name = "publish",
    description = {
      "Validates a rule book, then writes it as a whole revision to the reference topics.",
      "Topics that the jobs need and the broker lacks are created first."
    })
public final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RuleBookArgument ruleBook;
  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--allow-removal",
      description = "Let activities disappear that were published before.")
  private boolean allowRemoval;

  @Override
  public Integer call() throws Exception {
    ReadResult result = ruleBook.read(spec.commandLine().getOut());
    if (result.hasErrors()) {
      spec.commandLine().getErr().println(ruleBook.summary(result) + "; nothing was published");
      return Failure.FAILED;
    }
    Publication publication;
    try (Admin admin = kafka.connect()) {
      publication = publish(result, admin, kafka.client(), kafka.prefix(), allowRemoval);
    }
    print(publication);
    return 0;
  }

  /** Creates topics that are missing, those that the jobs read and write too, and publishes. */
  static Publication publish(
      ReadResult ruleBook,
      Admin admin,
      Map<String, String> client,
      TopicPrefix prefix,
      boolean allowRemoval)
      throws InterruptedException {
    TopicCreation.create(admin, prefix, TopicCatalogue.all());
    try {
      return new RuleBookPublisher(
              client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), prefix, client)
          .publish(ruleBook, allowRemoval);
    } catch (RuleBookNotPublishedException e) {
      throw Failure.failed(e.getMessage(), e);
    }
  }

  private void print(Publication publication) {
    PrintWriter out = spec.commandLine().getOut();
    long ordinal = publication.manifest().ordinal();
    out.println(
        publication.isNew()
            ? "Published revision %d: %d definitions written, %d removed."
                .formatted(ordinal, publication.written(), publication.removed())
            : "Nothing to publish: revision %d says the same.".formatted(ordinal));
    out.flush();
  }
}
