package io.growthline.local.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.CommandRun;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateIT {

  private static final int USERS = 800;
  private static final int ITEMS = 30;
  private static final String[] METRICS = {
    "recall", "precision", "hitRate", "ndcg", "coverage", "popularityShare"
  };

  @TempDir Path folder;

  /** Everyone takes items one after the other along a line; the test is how they go on. */
  @Test
  void whatFollowsIsFoundBetterThanByTheRivals() throws Exception {
    Path train = folder.resolve("train.csv.gz");
    Path test = folder.resolve("test.csv");
    Random random = new Random(4);
    try (Writer before =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(train)), StandardCharsets.UTF_8);
        Writer after = Files.newBufferedWriter(test)) {
      before.write("user,item,timestamp\n");
      after.write("user,item\n");
      for (int user = 0; user < USERS; user++) {
        int start = random.nextInt(ITEMS);
        for (int step = 5; step >= 0; step--) {
          // Written backwards: only the timestamps tell the order.
          before.write("u%d,\"item, %d\",%d\n".formatted(user, name(start + step), step));
        }
        after.write("u%d,\"item, %d\"\n".formatted(user, name(start + 6)));
      }
      // Someone and something that nobody has met before.
      after.write("newcomer,\"item, 1\"\nu1,unseen\n");
    }

    CommandRun run = evaluate(train, test, "--cutoff", "3");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).singleElement().asString().startsWith("chosen: {direction=0.");
    JsonNode json = new ObjectMapper().readTree(run.out().get(0));
    assertThat(run.out()).hasSize(1);
    assertThat(json.get("users").intValue()).isEqualTo(USERS + 1);
    assertThat(json.get("items").intValue()).isEqualTo(ITEMS);
    assertThat(json.get("cutoff").intValue()).isEqualTo(3);
    assertThat(json.get("fitSeconds").doubleValue()).isPositive();
    assertThat(json.get("chosen").has("direction")).isTrue();
    for (String metric : METRICS) {
      double ours = json.get(metric).doubleValue();
      assertThat(ours).as(metric).isBetween(0.0, 1.0);
      for (String rival : new String[] {"ease", "itemKnn", "popularity"}) {
        assertThat(json.at("/baselines/" + rival).has(metric)).as(rival).isTrue();
      }
    }
    double best =
        Math.max(
            json.at("/baselines/ease/ndcg").doubleValue(),
            json.at("/baselines/itemKnn/ndcg").doubleValue());
    assertThat(json.get("ndcg").doubleValue()).isGreaterThan(1.1 * best);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws Exception {
    Path file = folder.resolve("train.csv");
    StringBuilder rows = new StringBuilder("user,item\n");
    Random random = new Random(8);
    for (int row = 0; row < 900; row++) {
      rows.append("u%d,i%d\n".formatted(random.nextInt(200), random.nextInt(ITEMS)));
    }
    Files.writeString(file, rows);
    Path test = Files.writeString(folder.resolve("test.csv"), "user,item\nu1,i2\nu2,i3\n");
    assertThat(withoutSeconds(evaluate(file, test)))
        .isEqualTo(withoutSeconds(evaluate(file, test)));
  }

  @Test
  void whatCannotBeReadIsToldInOneLine() throws Exception {
    Path good = Files.writeString(folder.resolve("good.csv"), "user,item\na,b\na,c\n");
    Path none = folder.resolve("none.csv");
    assertFails(2, evaluate(none, good), "none.csv does not exist");
    assertFails(2, evaluate(good, none), "none.csv does not exist");
    assertFails(2, evaluate(good, good, "--cutoff", "0"), "--cutoff");
    Path otherHeader = Files.writeString(folder.resolve("header.csv"), "person;course\na;b\n");
    assertFails(1, evaluate(otherHeader, good), "header.csv:2: needs a user and an item");
    Path noNumber = Files.writeString(folder.resolve("n.csv"), "user,item,timestamp\na,b,today\n");
    assertFails(1, evaluate(noNumber, good), "n.csv:2: the timestamp is no number");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "user,item\n");
    assertFails(1, evaluate(empty, good), "empty.csv holds no interactions");
    assertFails(1, evaluate(good, empty), "empty.csv holds no interactions");
  }

  /**
   * The most popular courses of a real platform, as its learners went on in time. Among so few
   * courses neighbours do as well.
   */
  @Test
  void realLearnersAreUnderstoodBetterThanByTheRivals() throws Exception {
    assertBetterThan(
        List.of("ease", "popularity"),
        evaluate(
            mooccourse().resolve("train.csv.gz"),
            mooccourse().resolve("test.csv.gz"),
            "--max-items",
            "120"));
  }

  /** The same, but one in ten courses of each learner is missing, from anywhere. */
  @Test
  void whatRealLearnersLackIsFoundBetterThanByTheRivals() throws Exception {
    Map<String, List<String>> learners = new LinkedHashMap<>();
    for (String file : new String[] {"train.csv.gz", "test.csv.gz"}) {
      InteractionFile.read(mooccourse().resolve(file))
          .histories()
          .forEach(
              (user, items) ->
                  learners.computeIfAbsent(user, u -> new ArrayList<>()).addAll(items));
    }
    StringBuilder train = new StringBuilder("user,item\n");
    StringBuilder test = new StringBuilder("user,item\n");
    Random random = new Random(6);
    learners.forEach(
        (user, items) -> {
          if (random.nextInt(2) == 0) {
            int missing = random.nextInt(items.size());
            int unused = (missing + 1 + random.nextInt(items.size() - 1)) % items.size();
            for (int place = 0; place < items.size(); place++) {
              StringBuilder to = place == missing ? test : train;
              to.append(place == unused ? "" : user + "," + items.get(place) + "\n");
            }
          }
        });
    assertBetterThan(
        List.of("ease", "itemKnn", "popularity"),
        evaluate(
            Files.writeString(folder.resolve("train.csv"), train),
            Files.writeString(folder.resolve("test.csv"), test),
            "--max-items",
            "120"));
  }

  private static Path mooccourse() {
    Path data = Path.of("../../shared/data/mooccourse");
    assumeTrue(Files.isDirectory(data), "skipped: " + data + " is not there");
    return data;
  }

  private static void assertBetterThan(List<String> rivals, CommandRun run) throws Exception {
    JsonNode json = new ObjectMapper().readTree(run.out().get(0));
    for (String metric : new String[] {"recall", "ndcg"}) {
      for (String rival : rivals) {
        assertThat(json.get(metric).doubleValue())
            .as(metric)
            .isGreaterThan(json.at("/baselines/" + rival + "/" + metric).doubleValue());
      }
    }
  }

  private static int name(int place) {
    return place * 7 % ITEMS;
  }

  private static CommandRun evaluate(Path train, Path test, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "evaluate";
    arguments[1] = "--train";
    arguments[2] = train.toString();
    arguments[3] = "--test";
    arguments[4] = test.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  private static String withoutSeconds(CommandRun run) {
    assertThat(run.exitCode()).isZero();
    return run.out().get(0).replaceAll("\"fitSeconds\":[^,]+,", "");
  }

  private static void assertFails(int exitCode, CommandRun run, String message) {
    assertThat(run.err()).last().asString().contains(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }
}
