package io.growthline.features.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is known of one employee, from which vectors are made. A statement later than all others
 * is added to the sums there are; for any other, and for one that declares another void, the sums
 * are made anew. Not for threads to share.
 */
public final class EmployeeProfile {

  private final String employeeId;
  private final FeatureRules rules;
  private final NavigableSet<Statement> statements = new TreeSet<>(Statement.ORDER);
  private final Set<StatementId> voided = new HashSet<>();
  private final NavigableMap<Long, Map<PeerGroup, PeerStanding>> peers = new TreeMap<>();
  private LearningRecord learning;
  private List<HrEvent> people;
  private MetricHistory metrics;
  private CreditStanding standing;
  private int performanceFacts;

  public EmployeeProfile(String employeeId, FeatureRules rules) {
    this.employeeId = employeeId;
    this.rules = rules;
    this.learning = new LearningRecord(rules);
    this.standing = CreditStanding.nothing(employeeId);
  }

  /** Takes note of what the ledger says now. */
  public void add(CreditStanding newest) {
    standing = newest;
  }

  /** Takes note of where the employee stood among others at a month's end. */
  public void add(PeerStanding peer) {
    Map<PeerGroup, PeerStanding> ofMonth =
        peers.computeIfAbsent(peer.group().month(), month -> new HashMap<>());
    if (peer.left()) {
      ofMonth.remove(peer.group());
    } else {
      ofMonth.put(peer.group(), peer);
    }
  }

  /** Forgets where the employee stood at month's ends before an instant, epoch milliseconds. */
  public void forgetPeersBefore(long instant) {
    peers.headMap(instant).clear();
  }

  /** Takes note of a statement, whose identity no other one has. */
  public void add(Statement statement) {
    boolean last = statements.isEmpty() || Statement.ORDER.compare(statement, newest()) > 0;
    statements.add(statement);
    if (statement.people() != null) {
      people = null;
    } else if (statement.performance() != null) {
      metrics = null;
      performanceFacts++;
    }
    StatementId target = statement.voids();
    if (target != null) {
      voided.add(target);
      people = null;
      metrics = null;
    }
    if (target != null || !last) {
      learning = null;
    } else if (learning != null && counts(statement) && statement.learning() != null) {
      learning.add(statement.learning());
    }
  }

  private Statement newest() {
    return statements.last();
  }

  /** What voids another counts for nothing itself. */
  private boolean counts(Statement statement) {
    return statement.voids() == null && !voided.contains(statement.id());
  }

  /** The newest instant at which anything was stated: epoch milliseconds; MIN_VALUE: nothing. */
  public long newestAt() {
    long stated = statements.isEmpty() ? Long.MIN_VALUE : newest().statedAt();
    return Math.max(stated, standing.asOf());
  }

  /** The same, or when what had been dated ahead took effect since, up to an instant. */
  public long changedAt(long instant) {
    long newest = newestAt();
    for (Statement statement : statements) {
      long holdsFrom = statement.holdsFrom();
      newest = holdsFrom <= instant ? Math.max(newest, holdsFrom) : newest;
    }
    return newest;
  }

  /** Number of distinct facts and rule revisions taken into account. */
  public long version() {
    return standing.version() + performanceFacts;
  }

  /** Whether the employment has not ended at an instant, epoch milliseconds. */
  public boolean isEmployed(long instant) {
    return occupation(instant).employed();
  }

  /**
   * The vector as of an instant not before {@link #newestAt}.
   *
   * @param instant epoch milliseconds
   * @param knownAt when it is made, epoch milliseconds
   */
  public FeatureVector vector(long instant, long knownAt) {
    return new VectorMaker(
            rules,
            occupation(instant),
            learning(),
            metrics(),
            standing,
            peers(instant),
            rules.dayOf(instant))
        .vector(employeeId, instant, knownAt, version());
  }

  /** Of the last month that is over. Who is not employed is nobody's peer. */
  private Peers peers(long instant) {
    Map<PeerGroup, PeerStanding> ofMonth = peers.get(rules.lastEndOfMonth(instant));
    return ofMonth == null || !isEmployed(instant) ? Peers.UNKNOWN : Peers.of(ofMonth.values());
  }

  private Occupation occupation(long instant) {
    if (people == null) {
      people = new ArrayList<>();
      for (Statement statement : statements) {
        if (statement.people() != null && counts(statement)) {
          people.add(statement.people());
        }
      }
    }
    return Occupation.at(people, instant, rules::dayOf);
  }

  private LearningRecord learning() {
    if (learning == null) {
      learning = new LearningRecord(rules);
      for (Statement statement : statements) {
        if (statement.learning() != null && counts(statement)) {
          learning.add(statement.learning());
        }
      }
    }
    return learning;
  }

  private MetricHistory metrics() {
    if (metrics == null) {
      List<PerformanceEvent> events = new ArrayList<>();
      for (Statement statement : statements) {
        if (statement.performance() != null && counts(statement)) {
          events.add(statement.performance());
        }
      }
      metrics = MetricHistory.of(events);
    }
    return metrics;
  }
}
