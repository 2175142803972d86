package io.growthline.features.rules;

/**
 * A team or a job at the end of one local month.
 *
 * @param id of the team or job
 * @param month the month's last millisecond: epoch milliseconds
 */
public record PeerGroup(PeerGroupKind kind, String id, long month) {

  /** The same in every month. */
  public String key() {
    return kind + " " + id;
  }
}
