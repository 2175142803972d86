package io.growthline.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.Path;

/** Reads all files of an input folder, once: every line that is not empty is one record. */
public final class JsonLinesSource {

  private JsonLinesSource() {}

  /**
   * The source over {@link InputFiles#list}. Files are spread over its readers and never split,
   * since a line's number is known only to who read the lines before it.
   *
   * @param recordedAt what dead letters say they were recorded at: epoch milliseconds, UTC
   * @param rules what the rule book asks of events
   */
  public static FileSource<InputRecord> of(
      java.nio.file.Path folder, long recordedAt, InputRules rules) {
    Path root = Path.fromLocalFile(folder.toAbsolutePath().normalize().toFile());
    return FileSource.forBulkFileFormat(new JsonLinesFormat(root, recordedAt, rules), root)
        .setFileEnumerator(InputFileEnumerator::new)
        .build();
  }

  /** One split for each file. */
  private static final class InputFileEnumerator implements FileEnumerator, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] folders, int desired)
        throws IOException {
      List<FileSourceSplit> splits = new ArrayList<>();
      for (Path folder : folders) {
        for (java.nio.file.Path file : InputFiles.list(java.nio.file.Path.of(folder.getPath()))) {
          splits.add(split(splits.size(), file));
        }
      }
      return splits;
    }

    private static FileSourceSplit split(int number, java.nio.file.Path file) throws IOException {
      long length = java.nio.file.Files.size(file);
      long modifiedAt = java.nio.file.Files.getLastModifiedTime(file).toMillis();
      Path path = Path.fromLocalFile(file.toFile());
      return new FileSourceSplit(Integer.toString(number), path, 0, length, modifiedAt, length);
    }
  }
}
