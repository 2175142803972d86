package io.growthline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Decompresses one or more gzip members. Bytes after the last that are no further member are an
 * error here, while the JDK passes over them: they may be a member whose header broke off.
 */
final class WholeGzipInputStream extends GZIPInputStream {

  private static final int BUFFER_BYTES = 64 * 1024;

  /** Checksum and length after a member's data, which stay in the buffer. */
  private static final int TRAILER_BYTES = 8;

  WholeGzipInputStream(InputStream in) throws IOException {
    super(in, BUFFER_BYTES);
  }

  @Override
  public int read(byte[] into, int start, int count) throws IOException {
    int read = super.read(into, start, count);
    if (read < 0 && inf.getRemaining() > TRAILER_BYTES) {
      throw new ZipException("what follows the last gzip member is none");
    }
    return read;
  }
}
