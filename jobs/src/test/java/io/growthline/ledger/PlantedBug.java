package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A small mistake in the rules of the ledger, on purpose. */
record PlantedBug(String name, String className, String replace, String by) {

  private static final Path RULES = Path.of("src/main/java/io/growthline/ledger/rules");

  /** The committed list. */
  static List<PlantedBug> all() {
    try (InputStream yaml = PlantedBug.class.getResourceAsStream("/planted-bugs/bugs.yaml")) {
      List<PlantedBug> bugs = new ArrayList<>();
      for (Object item :
          (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml)) {
        Map<?, ?> bug = (Map<?, ?>) item;
        bugs.add(
            new PlantedBug(
                bug.get("bug").toString(),
                bug.get("class").toString(),
                bug.get("replace").toString(),
                bug.get("by").toString()));
      }
      return bugs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Plants it.
   *
   * @param folder an empty folder for the class with the bug
   * @return a loader of the ledger's classes, that one among them
   */
  ClassLoader plantIn(Path folder) throws IOException {
    String source = Files.readString(RULES.resolve(className + ".java"));
    Matcher piece = inAnyLayout(replace).matcher(source);
    assertThat(piece.results()).as("'%s' in %s", replace, className).hasSize(1);
    Path changed = folder.resolve(className + ".java");
    Files.writeString(changed, piece.replaceFirst(Matcher.quoteReplacement(by)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-nowarn",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            changed.toString());
    assertThat(result).as("the compiler's answer to: %s", name).isZero();
    return new LedgerClassLoader(folder);
  }

  /** The formatter may break lines anywhere. */
  private static Pattern inAnyLayout(String code) {
    return Pattern.compile(
        Stream.of(code.trim().split("\\s+|(?<=\\()"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s*")));
  }

  @Override
  public String toString() {
    return name;
  }
}
