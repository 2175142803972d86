package io.growthline.lake;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard in plain Java: parquet's own codecs need Hadoop's classes, and native ones leave a
 * library in the temp folder when the process is killed.
 */
final class ZstdCodecFactory implements CompressionCodecFactory {

  private static final ByteBufferAllocator HEAP = new HeapByteBufferAllocator();

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("tables are compressed with ZSTD, not " + codec);
    }
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> new Decompressor();
      case UNCOMPRESSED -> new Plain();
      default ->
          throw new IllegalArgumentException("tables are compressed with ZSTD, not " + codec);
    };
  }

  @Override
  public void release() {
    // Nothing is held.
  }

  private static final class Compressor implements BytesInputCompressor {

    private final ZstdCompressor zstd = new ZstdCompressor();

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      ByteBuffer plain = page.toByteBuffer(HEAP, unused -> {});
      ByteBuffer compressed = ByteBuffer.allocate(zstd.maxCompressedLength(plain.remaining()));
      zstd.compress(plain, compressed);
      return BytesInput.from(compressed.flip());
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }

  private static final class Decompressor implements BytesInputDecompressor {

    private final ZstdDecompressor zstd = new ZstdDecompressor();

    @Override
    public BytesInput decompress(BytesInput page, int plainSize) throws IOException {
      ByteBuffer plain = ByteBuffer.allocate(plainSize);
      zstd.decompress(page.toByteBuffer(HEAP, unused -> {}), plain);
      return BytesInput.from(plain.flip());
    }

    @Override
    public void decompress(ByteBuffer page, int size, ByteBuffer plain, int plainSize) {
      zstd.decompress(page, plain);
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }

  private static final class Plain implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput page, int plainSize) {
      return page;
    }

    @Override
    public void decompress(ByteBuffer page, int size, ByteBuffer plain, int plainSize) {
      plain.put(page);
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }
}
