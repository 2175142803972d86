package io.growthline.local.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that goes with what was started in it. */
final class TemporaryFolder implements AutoCloseable {

  private final Path path;

  /** Makes one below the launcher's folder for temporary files. */
  TemporaryFolder(String name) throws IOException {
    this.path = Files.createTempDirectory(name);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(path);
  }
}
