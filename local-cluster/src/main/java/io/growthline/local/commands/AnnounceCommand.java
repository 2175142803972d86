package io.growthline.local.commands;

import io.growthline.training.ModelFolder;
import io.growthline.training.ModelManifest;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts models into force, or rolls back to one. */
@Command(
    name = "announce",
    description = {
      "Puts models into force, without a restart of the jobs: the newest of each kind, or the"
          + " version named.",
      "Announcing an older version rolls back. Its file is checked before."
    })
public final class AnnounceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      required = true,
      paramLabel = "DIR",
      description = "Where models are; the jobs must be able to read it, too.")
  private Path models;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "For example 2026-11-25-1f3a5b7c. Default: the newest of each kind.")
  private String version;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(models)) {
      throw Failure.badUsage("--models " + models + " is no folder");
    }
    ModelFolder folder = new ModelFolder(models);
    List<ModelManifest> found = find(folder);
    PrintWriter out = spec.commandLine().getOut();
    Announcing.to(kafka).announce(folder, found, out);
    out.flush();
    return 0;
  }

  private List<ModelManifest> find(ModelFolder folder) throws Exception {
    if (version == null) {
      List<ModelManifest> newest = folder.newestOfEach();
      if (newest.isEmpty()) {
        throw Failure.badUsage("--models " + models + " holds no model");
      }
      return newest;
    }
    try {
      return List.of(folder.find(version));
    } catch (NoSuchFileException e) {
      throw Failure.badUsage("--models " + models + " holds no version " + version);
    }
  }
}
