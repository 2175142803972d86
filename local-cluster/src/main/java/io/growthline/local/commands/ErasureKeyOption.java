package io.growthline.local.commands;

import io.growthline.facts.ErasureKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The key of the marks that stay of erased people. */
final class ErasureKeyOption {

  @Option(
      names = "--erasure-key",
      paramLabel = "FILE",
      description =
          "The key of the marks that stay of erased people, as the jobs have it. Default: one that"
              + " everybody knows.")
  private Path file;

  /**
   * The key.
   *
   * @throws Failure if there is no such file, or nothing in it
   */
  ErasureKey read() throws IOException {
    if (file != null && !Files.isRegularFile(file)) {
      throw Failure.badUsage("--erasure-key " + file + " is no file");
    }
    try {
      return ErasureKey.read(file);
    } catch (IllegalArgumentException e) {
      throw Failure.badUsage("--erasure-key " + e.getMessage());
    }
  }
}
