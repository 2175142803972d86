package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/** Hands out one file's records in batches. */
final class JsonLinesReader implements BulkFormat.Reader<InputRecord> {

  /** Records handed to Flink at once. */
  private static final int BATCH = 500;

  /** Bytes of lines handed to Flink at once, so that a batch of long lines stays small. */
  private static final long BATCH_BYTES = 4L * JsonLinesFormat.LONGEST_LINE;

  private final Pieces pieces;
  private final InputKind kind;
  private final String source;
  private final long recordedAt;
  private final InputRules rules;
  private long handedOut;

  JsonLinesReader(Pieces pieces, InputKind kind, String source, long recordedAt, InputRules rules) {
    this.pieces = pieces;
    this.kind = kind;
    this.source = source;
    this.recordedAt = recordedAt;
    this.rules = rules;
  }

  /** Reads past records that were handed out before a restart. */
  void skip(long records) throws IOException {
    while (handedOut < records && pieces.next() != null) {
      handedOut++;
    }
  }

  @Override
  public BulkFormat.RecordIterator<InputRecord> readBatch() throws IOException {
    List<InputRecord> batch = new ArrayList<>(BATCH);
    long bytes = 0;
    while (batch.size() < BATCH && bytes < BATCH_BYTES) {
      Line line = pieces.next();
      if (line == null) {
        break;
      }
      batch.add(record(line));
      bytes += line.bytes().length;
    }
    if (batch.isEmpty()) {
      return null;
    }
    ArrayResultIterator<InputRecord> iterator = new ArrayResultIterator<>();
    iterator.set(
        batch.toArray(InputRecord[]::new), batch.size(), CheckpointedPosition.NO_OFFSET, handedOut);
    handedOut += batch.size();
    return iterator;
  }

  private InputRecord record(Line line) {
    Origin origin = new Origin(source, pieces.position(line), recordedAt);
    if (line.isTooLong()) {
      return origin.deadLetter(
          line.bytes(),
          line.length(),
          line.sha256(),
          line.whole() ? DeadLetterReason.TOO_LONG : DeadLetterReason.TRUNCATED,
          "over " + JsonLinesFormat.LONGEST_LINE + " bytes");
    }
    if (!line.whole()) {
      return origin.deadLetter(
          line.bytes(),
          DeadLetterReason.TRUNCATED,
          "the file breaks off, or the rest cannot be decompressed");
    }
    InputRecord input = kind.read(line.bytes(), origin);
    try {
      rules.check(input);
      return input;
    } catch (UnusableInputException e) {
      return origin.deadLetter(line.bytes(), e.reason(), e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }
}
