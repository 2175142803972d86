package io.growthline.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the ledger's classes anew, those found in a folder from there. */
final class LedgerClassLoader extends ClassLoader {

  private static final String LEDGER = "io.growthline.ledger.";

  private final Path folder;

  LedgerClassLoader(Path folder) {
    super(LedgerClassLoader.class.getClassLoader());
    this.folder = folder;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith(LEDGER)) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      byte[] bytes = bytes(name.replace('.', '/') + ".class");
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String resource) throws ClassNotFoundException {
    Path changed = folder.resolve(resource);
    try (InputStream in =
        Files.exists(changed)
            ? Files.newInputStream(changed)
            : getParent().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(resource, e);
    }
  }
}
