package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      throw new java.io.UncheckedIOException(e);
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
    assertThat(source.split(java.util.regex.Pattern.quote(replace), -1))
        .as("'%s' occurs once in %s", replace, className)
        .hasSize(2);
    Path changed = folder.resolve(className + ".java");
    Files.writeString(changed, source.replace(replace, by));
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

  @Override
  public String toString() {
    return name;
  }
}
