package io.growthline.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A file's pieces, each one event: its lines, or the elements of its JSON array. */
interface Pieces extends Closeable {

  /** Opens a file; decompression starts here, and may fail here. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * The next piece, or null at the end. Where the file breaks off, the last one is the rest,
   * possibly empty, and not {@link Line#whole}.
   *
   * @throws IOException if the file cannot be read, but not because its compression is broken
   */
  Line next() throws IOException;

  /** What a dead letter names as the place of a piece. */
  String position(Line piece);
}
