package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Where a job's tables go.
 *
 * <pre>
 * live     rows ─────────────────────────────────► files of the months, ended by checkpoints
 * replay   rows ──by month──► sorted by month ───► one file at a time, staged
 * </pre>
 */
public final class Lake {

  /** Ten years, for who streams a whole history; a month's open file takes 250 KiB and its rows. */
  private static final int MONTHS_WRITTEN_AT_ONCE = 120;

  private final Path folder;
  private final boolean replay;

  private Lake(Path folder, boolean replay) {
    this.folder = folder;
    this.replay = replay;
  }

  /**
   * The lake of a streaming job: files appear with its checkpoints.
   *
   * @param folder on any file system on which Flink can write exactly once
   */
  public static Lake live(Path folder) {
    return new Lake(folder, false);
  }

  /** The lake of a batch job: files appear with {@link StagedTables#publish}. */
  public static Lake replay(java.nio.file.Path folder) {
    return new Lake(Path.fromLocalFile(folder.toAbsolutePath().normalize().toFile()), true);
  }

  /** Writes every row of the stream to the table, exactly once. */
  public <T extends Record> DataStreamSink<T> write(DataStream<T> rows, Table<T> table) {
    return name(replay && table.byMonth() ? sorted(rows, table) : single(rows, table), table);
  }

  /** One writer makes the fewest files, and is faster than any stream of ours. */
  private <T extends Record> DataStreamSink<T> single(DataStream<T> rows, Table<T> table) {
    String ending = replay ? LakeLayout.STAGED : LakeLayout.FINISHED;
    return rows.sinkTo(new TableSink<>(table, folder, ending, MONTHS_WRITTEN_AT_ONCE))
        .setParallelism(1);
  }

  /** A batch has rows of all months at once, too many to have a file of each open. */
  private <T extends Record> DataStreamSink<T> sorted(DataStream<T> rows, Table<T> table) {
    return rows.keyBy(table::month, Types.STRING)
        .process(new Unchanged<T>())
        .returns(rows.getType())
        .name("Rows of " + table.name() + " by month")
        .uid(uid(table) + "-by-month")
        .sinkTo(new TableSink<>(table, folder, LakeLayout.STAGED, 1));
  }

  private static <T extends Record> DataStreamSink<T> name(DataStreamSink<T> sink, Table<T> table) {
    return sink.name("Table " + table.name()).uid(uid(table));
  }

  private static String uid(Table<?> table) {
    return "lake-" + table.name().replace('_', '-');
  }

  /** Flink sorts a keyed operator's input by key in batch mode; nothing more is wanted of it. */
  private static final class Unchanged<T> extends KeyedProcessFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(T row, Context context, Collector<T> out) {
      out.collect(row);
    }
  }
}
