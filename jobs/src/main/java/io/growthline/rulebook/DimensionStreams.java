package io.growthline.rulebook;

import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.ActivityRow;
import io.growthline.schemas.tables.GoalRow;
import io.growthline.schemas.tables.JobRow;
import io.growthline.schemas.tables.SchemeRow;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The rule book as tables. */
public record DimensionStreams(
    DataStream<SchemeRow> schemes,
    DataStream<ActivityRow> activities,
    DataStream<GoalRow> goals,
    DataStream<JobRow> jobs) {

  /** There is one rule book. */
  private static final int ONE_KEY = 0;

  /** All rows with each revision, and again on each day on which some may change. */
  public static DimensionStreams live(DataStream<Revision> revisions) {
    SingleOutputStreamOperator<ActivityRow> activities =
        revisions
            .keyBy(revision -> ONE_KEY, Types.INT)
            .process(new DimensionFunction())
            .name("Dimensions of the rule book")
            .uid("rule-book-dimensions")
            .setParallelism(1);
    return new DimensionStreams(
        activities.getSideOutput(DimensionFunction.SCHEMES),
        activities,
        activities.getSideOutput(DimensionFunction.GOALS),
        activities.getSideOutput(DimensionFunction.JOBS));
  }

  /**
   * What the one revision says at the end.
   *
   * @param until the replay's end, epoch milliseconds
   */
  public static DimensionStreams replay(DataStream<Revision> revision, long until) {
    return new DimensionStreams(
        rows(revision, until, Dimensions::schemes, TableCatalogue.SCHEMES),
        rows(revision, until, Dimensions::activities, TableCatalogue.ACTIVITIES),
        rows(revision, until, Dimensions::goals, TableCatalogue.GOALS),
        rows(revision, until, Dimensions::jobs, TableCatalogue.JOBS));
  }

  private interface Rows<T> extends Function<Dimensions, List<T>>, Serializable {}

  private static <T extends Record> DataStream<T> rows(
      DataStream<Revision> revision, long until, Rows<T> rows, Table<T> table) {
    FlatMapFunction<Revision, T> flat =
        (book, out) ->
            rows.apply(new Dimensions(RuleBooks.from(book), until)).forEach(out::collect);
    return revision
        .flatMap(flat)
        .returns(TypeInformation.of(table.rowType()))
        .name("Rule book's " + table.name())
        .uid("rule-book-" + table.name());
  }
}
