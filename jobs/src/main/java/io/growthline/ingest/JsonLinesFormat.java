package io.growthline.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;

/**
 * A file of JSON Lines, or of one array of xAPI statements, as records, the file's name telling
 * what they are. A piece that cannot be used is a dead letter at its number, one that is too long
 * too, and a file that breaks off ends in one.
 */
final class JsonLinesFormat implements BulkFormat<InputRecord, FileSourceSplit> {

  private static final long serialVersionUID = 1L;

  /** Longest line or element that is read as JSON, in bytes. */
  static final int LONGEST_LINE = 1024 * 1024;

  private final Path root;
  private final long recordedAt;
  private final InputRules rules;

  /**
   * @param root dead letters name files below it
   * @param recordedAt what dead letters say they were recorded at: epoch milliseconds, UTC
   * @param rules what the rule book asks of events
   */
  JsonLinesFormat(Path root, long recordedAt, InputRules rules) {
    this.root = root;
    this.recordedAt = recordedAt;
    this.rules = rules;
  }

  @Override
  public Reader<InputRecord> createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    Path file = split.path();
    InputKind kind =
        InputFiles.kind(file.getName())
            .orElseThrow(() -> new IllegalArgumentException(file + " is no input file"));
    return new JsonLinesReader(pieces(file, kind), kind, relative(file), recordedAt, rules);
  }

  @Override
  public Reader<InputRecord> restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    Reader<InputRecord> reader = createReader(config, split);
    long toSkip =
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
    ((JsonLinesReader) reader).skip(toSkip);
    return reader;
  }

  /** Learning record stores also export all statements as one array. */
  private static Pieces pieces(Path file, InputKind kind) throws IOException {
    Pieces.Opening opening = () -> open(file);
    return kind == InputKind.XAPI && JsonArrayReader.isArray(opening)
        ? new JsonArrayReader(opening, LONGEST_LINE)
        : new LineReader(opening, LONGEST_LINE);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = file.getFileSystem().open(file);
    return file.getName().endsWith(".gz")
        ? new WholeGzipInputStream(new BufferedInputStream(raw))
        : raw;
  }

  private String relative(Path file) {
    return root.toUri().relativize(file.toUri()).getPath();
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<InputRecord> getProducedType() {
    return TypeInformation.of(InputRecord.class);
  }
}
