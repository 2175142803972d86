package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says, on a terminal of 80 columns. */
class HelpTest {

  private static final int COLUMNS = 80;

  static List<CommandLine> commands() {
    return withSubcommands(Growthline.commandLine()).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void paragraphsAreWholeSentences(CommandLine command) {
    // The first one also stands alone, in the list of commands.
    assertThat(command.getCommandSpec().usageMessage().description())
        .isNotEmpty()
        .allMatch(HelpTest::isWholeSentences);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void linesFitAndBreakBetweenWords(CommandLine command) {
    String help = command.getUsageMessage(Ansi.OFF);
    assertThat(help.lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(words(help)).containsAll(words(descriptions(command.getCommandSpec())));
  }

  @Test
  void aSentenceCutIntoLinesIsFound() {
    assertThat(isWholeSentences("the sample company's rule book is")).isFalse();
    assertThat(isWholeSentences("published, its events are streamed in.")).isFalse();
  }

  private static boolean isWholeSentences(String paragraph) {
    return Character.isUpperCase(paragraph.charAt(0)) && paragraph.endsWith(".");
  }

  private static String descriptions(CommandSpec command) {
    Stream<String> options =
        command.options().stream()
            .filter(option -> !option.inherited())
            .flatMap(option -> Stream.of(option.description()));
    return Stream.concat(Stream.of(command.usageMessage().description()), options)
        .map(text -> text.replace("${DEFAULT-VALUE}.", ""))
        .collect(Collectors.joining(" "));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
  }
}
