package io.growthline.app;

import io.growthline.rulebook.RuleBookFile;
import java.nio.file.Path;

final class TryReplay {
  private TryReplay() {}

  public static void main(String[] args) throws Exception {
    Path in = Path.of(args[0]);
    long start = System.nanoTime();
    System.out.println(
        ReplayJob.run(
            new ReplayOptions(in, Path.of(args[1]), null, 2),
            RuleBookFile.read(in.resolve("rulebook.yaml")).revision(1, 0)));
    System.out.println((System.nanoTime() - start) / 1e9 + " s");
  }
}
