package io.growthline.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** One column's pages, each decompressed when it is its turn. */
final class ColumnPages implements PageReader {

  private static final ByteBufferAllocator HEAP = new HeapByteBufferAllocator();

  /** Ours have a megabyte. */
  private static final int MOST_PAGE_BYTES = 256 * 1024 * 1024;

  private final ByteArrayInputStream pages;
  private final BytesInputDecompressor codec;
  private final long values;
  private final ParquetMetadataConverter converter = new ParquetMetadataConverter();
  private long valuesRead;

  /** The first header, if it is a data page's; or null. */
  private PageHeader next;

  private boolean begun;

  ColumnPages(byte[] bytes, ColumnChunkMetaData chunk) {
    this.pages = new ByteArrayInputStream(bytes);
    this.codec = new ZstdCodecFactory().getDecompressor(chunk.getCodec());
    this.values = chunk.getValueCount();
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  /** It comes first, if there is one. */
  @Override
  public DictionaryPage readDictionaryPage() {
    if (begun || values == 0) {
      return null;
    }
    try {
      begun = true;
      PageHeader header = header();
      if (header.getType() != PageType.DICTIONARY_PAGE) {
        next = header;
        return null;
      }
      BytesInput plain = codec.decompress(body(header), header.getUncompressed_page_size());
      return new DictionaryPage(
          plain,
          header.getDictionary_page_header().getNum_values(),
          converter.getEncoding(header.getDictionary_page_header().getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      while (valuesRead < values) {
        PageHeader header = next == null ? header() : next;
        next = null;
        begun = true;
        BytesInput body = body(header);
        if (header.getType() == PageType.DATA_PAGE) {
          return first(header, body);
        }
        if (header.getType() == PageType.DATA_PAGE_V2) {
          return second(header, body);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage first(PageHeader header, BytesInput body) throws IOException {
    DataPageHeader data = header.getData_page_header();
    valuesRead += data.getNum_values();
    return new DataPageV1(
        codec.decompress(body, header.getUncompressed_page_size()),
        data.getNum_values(),
        header.getUncompressed_page_size(),
        null,
        converter.getEncoding(data.getRepetition_level_encoding()),
        converter.getEncoding(data.getDefinition_level_encoding()),
        converter.getEncoding(data.getEncoding()));
  }

  /** Levels are not compressed there. */
  private DataPage second(PageHeader header, BytesInput body) throws IOException {
    DataPageHeaderV2 data = header.getData_page_header_v2();
    valuesRead += data.getNum_values();
    ByteBuffer bytes = body.toByteBuffer(HEAP, unused -> {});
    BytesInput repetitions = slice(bytes, data.getRepetition_levels_byte_length());
    BytesInput definitions = slice(bytes, data.getDefinition_levels_byte_length());
    int levels = data.getRepetition_levels_byte_length() + data.getDefinition_levels_byte_length();
    int plainSize = header.getUncompressed_page_size() - levels;
    BytesInput values = slice(bytes, bytes.remaining());
    BytesInput plain = data.isIs_compressed() ? codec.decompress(values, plainSize) : values;
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        repetitions,
        definitions,
        converter.getEncoding(data.getEncoding()),
        plain,
        null);
  }

  private static BytesInput slice(ByteBuffer bytes, int length) throws IOException {
    if (length < 0 || length > bytes.remaining()) {
      throw new IOException("a page is smaller than its header says");
    }
    ByteBuffer slice = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return BytesInput.from(slice);
  }

  private PageHeader header() throws IOException {
    PageHeader header = Util.readPageHeader(pages);
    int plain = header.getUncompressed_page_size();
    if (plain < 0 || plain > MOST_PAGE_BYTES) {
      throw new IOException("a page of " + plain + " bytes is too large");
    }
    return header;
  }

  private BytesInput body(PageHeader header) throws IOException {
    int size = header.getCompressed_page_size();
    if (size < 0 || size > pages.available()) {
      throw new IOException("a page goes on after its column's end");
    }
    return BytesInput.from(pages.readNBytes(size));
  }
}
