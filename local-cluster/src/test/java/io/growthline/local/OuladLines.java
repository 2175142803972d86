package io.growthline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.growthline.oracle.OuladInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The events of a thousand real learners, as lines of JSON, and what a real sender does to some: it
 * voids them, or uses their ids again for something else.
 */
record OuladLines(List<String> people, List<String> learning) {

  private static final int ONE_VOIDED_IN = 40;
  private static final int ONE_ID_REUSED_IN = 60;

  static OuladLines read() throws IOException {
    List<String> learning = new ArrayList<>();
    for (String line : lines("learning.jsonl.gz")) {
      learning.add(line);
      if (learning.size() % ONE_VOIDED_IN == 0) {
        learning.add(voiding(line));
      }
      if (learning.size() % ONE_ID_REUSED_IN == 0) {
        learning.add(line.replaceFirst("\"verb\":\"[A-Z]+\"", "\"verb\":\"VIEWED\""));
      }
    }
    return new OuladLines(lines("hr.jsonl.gz"), learning);
  }

  /** With credits that expire, and that anniversaries of the day of hire do not all survive. */
  static String ruleBook() throws IOException {
    try (InputStream in = OuladInput.class.getResourceAsStream("/oulad/rulebook.yaml")) {
      return new String(in.readAllBytes(), UTF_8)
          .replaceFirst(
              "\nscheme:\n",
              """

              scheme:
                expiry: {months: 18}
                period: {kind: anniversary, carryOver: 25}
              """);
    }
  }

  /** Other credits, other pass scores, nothing that expires. */
  static String earlierRuleBook() throws IOException {
    return ruleBook()
        .replaceFirst("\n  expiry: .*\n  period: .*\n", "\n")
        .replace("value: 3.12", "value: 4.5")
        .replace("passScore: 0.4", "passScore: 0.55");
  }

  void writeTo(Path input) throws IOException {
    Files.createDirectories(input);
    Files.writeString(input.resolve("rulebook.yaml"), ruleBook());
    Files.write(input.resolve("hr.jsonl"), people);
    Files.write(input.resolve("learning.jsonl"), learning);
  }

  /** A void of the event on that line, at the same instant. */
  private static String voiding(String line) {
    return line.replaceFirst("\"eventId\":\"([^\"]+)\"", "\"eventId\":\"void-$1\"")
        .replaceFirst("\"verb\":\"[A-Z]+\"", "\"verb\":\"VOIDED\"")
        .replaceFirst(
            "}$",
            ",\"voidsEventId\":\""
                + line.replaceFirst(".*\"eventId\":\"([^\"]+)\".*", "$1")
                + "\"}");
  }

  private static List<String> lines(String file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(OuladInput.class.getResourceAsStream("/oulad/" + file)),
                UTF_8))) {
      return lines.lines().toList();
    }
  }
}
