package io.growthline.rulebook;

import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts revisions together from the records of the reference topics. The topics are read side by
 * side, so the records of a revision come in any order and mixed with those of the next; a revision
 * goes on only when what is there matches the newest manifest in number and hash. One that its
 * successor overtook before it was whole is skipped. Records may come again after a restore.
 */
public final class RevisionAssembler
    extends KeyedProcessFunction<Integer, ReferenceRecord, Revision> {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(RevisionAssembler.class);

  /** All records meet under one key: a rule book is one thing. */
  private static final int ONE_KEY = 0;

  private static final MapStateDescriptor<String, Definition> DEFINITIONS =
      new MapStateDescriptor<>("definitions", Types.STRING, TypeInformation.of(Definition.class));

  private static final ValueStateDescriptor<ContentTally> TALLY =
      new ValueStateDescriptor<>("tally", TypeInformation.of(ContentTally.class));

  private static final ValueStateDescriptor<RevisionManifest> NEWEST =
      new ValueStateDescriptor<>("newest-manifest", TypeInformation.of(RevisionManifest.class));

  private static final ValueStateDescriptor<Long> SENT =
      new ValueStateDescriptor<>("sent-ordinal", Types.LONG);

  private transient MapState<String, Definition> definitions;
  private transient ValueState<ContentTally> tally;
  private transient ValueState<RevisionManifest> newest;
  private transient ValueState<Long> sent;

  /** Whole revisions out of the records of all reference topics. */
  public static SingleOutputStreamOperator<Revision> assemble(DataStream<ReferenceRecord> records) {
    return records
        .keyBy(record -> ONE_KEY, Types.INT)
        .process(new RevisionAssembler())
        .name("Whole revisions of the rule book")
        .uid("rule-book-revisions")
        .setParallelism(1);
  }

  @Override
  public void open(OpenContext context) {
    definitions = getRuntimeContext().getMapState(DEFINITIONS);
    tally = getRuntimeContext().getState(TALLY);
    newest = getRuntimeContext().getState(NEWEST);
    sent = getRuntimeContext().getState(SENT);
  }

  @Override
  public void processElement(ReferenceRecord record, Context context, Collector<Revision> out)
      throws Exception {
    if (record.manifest() == null) {
      put(record.section() + "/" + record.key(), record.definition());
    } else if (newest.value() == null || record.manifest().ordinal() > newest.value().ordinal()) {
      newest.update(record.manifest());
    }
    sendIfWhole(out);
  }

  private void put(String key, Definition definition) throws Exception {
    ContentTally changed = tally.value() == null ? ContentTally.EMPTY : tally.value();
    Definition before = definitions.get(key);
    if (before != null) {
      changed = changed.minus(before);
      definitions.remove(key);
    }
    if (definition != null) {
      changed = changed.plus(definition);
      definitions.put(key, definition);
    }
    tally.update(changed);
  }

  private void sendIfWhole(Collector<Revision> out) throws Exception {
    RevisionManifest manifest = newest.value();
    boolean awaited =
        manifest != null && (sent.value() == null || manifest.ordinal() > sent.value());
    if (awaited && tally.value() != null && tally.value().matches(manifest)) {
      sent.update(manifest.ordinal());
      List<Definition> whole = new ArrayList<>();
      definitions.values().forEach(whole::add);
      whole.sort(Comparator.comparing(Definition::section).thenComparing(Definition::key));
      sendIfReadable(new Revision(manifest, whole), out);
    }
  }

  /** A revision that a newer release wrote may be beyond this one: then the one before stays. */
  private static void sendIfReadable(Revision revision, Collector<Revision> out) {
    try {
      RuleBooks.from(revision);
    } catch (RuntimeException e) {
      LOG.error(
          "Revision {} of the rule book cannot be read by this release and is not applied",
          revision.manifest().ordinal(),
          e);
      return;
    }
    out.collect(revision);
  }
}
