package io.growthline.local.audit;

import static io.growthline.schemas.tables.TableCatalogue.LEDGER_ENTRIES;

import io.growthline.local.erasure.Receipts;
import io.growthline.local.kafka.TopicReader;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.ledger.LedgerHash;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.duckdb.DuckDBAppender;

/**
 * Compares the ledger's topic, as committed, with its table: the same postings have to be on both.
 * What the topic has forgotten already, its oldest part, is not asked for.
 */
public final class TopicCheck {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final WireFormat<Posting> FORMAT =
      SingleObjectEncoding.of(TopicCatalogue.LEDGER.valueType());

  private static final String MESSAGES =
      "CREATE TEMP TABLE messages"
          + " (employee_id VARCHAR, sequence BIGINT, entry_id VARCHAR, hash VARCHAR)";

  private static final String MISSING =
      """
      SELECT DISTINCT employee_id FROM messages
      WHERE employee_id NOT IN (SELECT employee_id FROM %s WHERE employee_id IS NOT NULL)
      """;

  /** The first posting that the two do not have alike, and what each has. */
  private static final String DIFFERENCE =
      """
      WITH topic AS (
        SELECT employee_id, sequence, min(entry_id) AS entry_id, min(hash) AS hash,
          count(*) AS times
        FROM messages GROUP BY ALL),
      kept AS (SELECT employee_id, min(sequence) AS first FROM messages GROUP BY 1),
      entries AS (SELECT employee_id, sequence, entry_id, hash, filename FROM %s)
      SELECT employee_id, sequence, t.times, t.entry_id, t.hash, e.entry_id, e.hash, e.filename
      FROM topic t FULL JOIN entries e USING (employee_id, sequence)
        LEFT JOIN kept k ON k.employee_id = e.employee_id
      WHERE t.times > 1
        OR (row(t.entry_id, t.hash) IS DISTINCT FROM row(e.entry_id, e.hash)
          AND (t.hash IS NOT NULL OR e.sequence >= coalesce(k.first, %d)))
      ORDER BY 1, 2 LIMIT 1
      """;

  private final TableFolder folder;
  private final String topic;
  private final DuckDb database;
  private long messages;

  private TopicCheck(TableFolder folder, String topic, DuckDb database) {
    this.folder = folder;
    this.topic = topic;
    this.database = database;
  }

  /** Names of the topics asked, which exist: the ledger's own, and that of its balances. */
  public record Topics(String ledger, String balances) {}

  /**
   * Reads the whole topic.
   *
   * @param client how to reach the broker
   * @param receipts tell who was erased from the table. Who can write the table can write those
   *     too, so each holds only if the ledger has taken the person's balance away
   * @throws IOException if the table cannot be read
   */
  public static TopicReport of(
      TableFolder folder, Map<String, String> client, Topics topics, Receipts receipts)
      throws IOException {
    try (DuckDb database = new DuckDb();
        TopicReader reader = new TopicReader(client, List.of(topics.ledger()))) {
      TopicCheck check = new TopicCheck(folder, topics.ledger(), database);
      Finding unreadable = check.load(reader);
      if (unreadable != null) {
        return new TopicReport(check.messages, 0, unreadable);
      }
      Set<String> erased = check.missing();
      erased.removeIf(employee -> !receipts.holds(employee));
      Set<String> standing = StandingBalances.of(client, topics.balances(), erased);
      if (!standing.isEmpty()) {
        return new TopicReport(
            check.messages, 0, notErased(Collections.min(standing), topics.balances()));
      }
      check.leaveOut(erased);
      return new TopicReport(
          check.messages, erased.size(), check.difference(reader.hasItsBeginning()));
    } catch (SQLException e) {
      throw new IOException("topic and table cannot be compared: " + e.getMessage(), e);
    }
  }

  /** Puts what is on the topic now into the database; returns the first unreadable message. */
  private Finding load(TopicReader reader) throws SQLException {
    database.execute(MESSAGES);
    Map<TopicPartition, Long> ends = reader.ends();
    try (DuckDBAppender rows = database.connection().createAppender("messages")) {
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
          messages++;
          try {
            append(rows, FORMAT.decode(message.value()));
          } catch (UnreadableMessageException e) {
            return new Finding(
                topic,
                message.key(),
                null,
                null,
                "message %d:%d is unreadable: %s"
                    .formatted(message.partition(), message.offset(), e.reason()));
          }
        }
      }
    }
    return null;
  }

  private static void append(DuckDBAppender rows, Posting posting) throws SQLException {
    rows.beginRow();
    rows.append(posting.employeeId());
    rows.append(posting.sequence());
    rows.append(posting.entryId());
    // Of what the message says, whatever hash it carries.
    rows.append(LedgerHash.of(posting));
    rows.endRow();
  }

  /** Whoever has a row left in the table was not erased from it. */
  private Set<String> missing() throws SQLException {
    return new HashSet<>(
        database.query(
            MISSING.formatted(folder.sql(LEDGER_ENTRIES)), row -> row.getString("employee_id")));
  }

  private static Finding notErased(String employeeId, String balances) {
    return new Finding(
        LEDGER_ENTRIES.name(),
        employeeId,
        null,
        null,
        "a receipt says that they were erased, but they still have a balance on topic "
            + balances
            + ": the ledger did not erase them, or has not done so yet");
  }

  private void leaveOut(Set<String> erased) throws SQLException {
    try (PreparedStatement leaveOut =
        database.connection().prepareStatement("DELETE FROM messages WHERE employee_id = ?")) {
      for (String employeeId : erased) {
        leaveOut.setString(1, employeeId);
        leaveOut.execute();
      }
    }
  }

  private Finding difference(boolean complete) throws SQLException {
    // Of whom a complete topic knows nothing, the table must not either.
    long firstAsked = complete ? 0 : Long.MAX_VALUE;
    String sql = DIFFERENCE.formatted(folder.sql(LEDGER_ENTRIES), firstAsked);
    List<Finding> first = database.query(sql, this::finding);
    return first.isEmpty() ? null : first.get(0);
  }

  private Finding finding(ResultSet row) throws SQLException {
    long times = row.getLong(3);
    String what =
        times > 1
            ? "comes %d times on topic %s".formatted(times, topic)
            : "topic %s has %s, the table %s"
                .formatted(
                    topic,
                    shown(row.getString(4), row.getString(5)),
                    shown(row.getString(6), row.getString(7)));
    return new Finding(
        LEDGER_ENTRIES.name(), row.getString(1), row.getLong(2), row.getString(8), what);
  }

  private static String shown(String entryId, String hash) {
    return hash == null ? "nothing" : "entry_id %s with hash %s".formatted(entryId, hash);
  }
}
