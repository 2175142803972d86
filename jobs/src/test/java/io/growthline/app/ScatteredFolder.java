package io.growthline.app;

import io.growthline.hostile.RawInput;
import io.growthline.ingest.InputKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** An input folder as hard as the contract allows: lines in any order, in files of any kind. */
final class ScatteredFolder {

  private static final List<String> FILE_NAMES =
      List.of("%s.jsonl", "%s-more.jsonl.gz", "below/%s.jsonl", "also-below/%s-2.jsonl.gz");

  private ScatteredFolder() {}

  /** Writes the rule book and the lines: shuffled, plain and compressed, some one folder below. */
  static void write(Path folder, String ruleBook, List<RawInput> lines, Random random)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("rulebook.yaml"), ruleBook);
    List<RawInput> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    try (OpenFiles files = new OpenFiles(folder, new HashMap<>())) {
      for (RawInput line : shuffled) {
        OutputStream file =
            files.of(line.kind(), FILE_NAMES.get(random.nextInt(FILE_NAMES.size())));
        file.write(line.bytes());
        file.write((random.nextBoolean() ? "\n" : "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private record OpenFiles(Path folder, Map<Path, OutputStream> byPath) implements AutoCloseable {

    OutputStream of(InputKind kind, String pattern) throws IOException {
      Path path = folder.resolve(pattern.formatted(kind.name().toLowerCase(Locale.ROOT)));
      OutputStream open = byPath.get(path);
      if (open == null) {
        Files.createDirectories(path.getParent());
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(path));
        open = path.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain;
        byPath.put(path, open);
      }
      return open;
    }

    @Override
    public void close() throws IOException {
      for (OutputStream open : byPath.values()) {
        open.close();
      }
    }
  }
}
