package io.growthline.local.audit;

/**
 * A row that is not as it must be.
 *
 * @param table the table, or the topic, it is in
 * @param sequence the posting's place in the employee's ledger; null for other rows
 * @param file where the row is; null if it is missing, on a topic, or several rows are meant
 * @param what what is wrong with it: what was expected, what is there
 */
public record Finding(String table, String employeeId, Long sequence, String file, String what) {

  @Override
  public String toString() {
    return table
        + ": employee "
        + employeeId
        + (sequence == null ? "" : ", sequence " + sequence)
        + ": "
        + what
        + (file == null ? "" : " (" + file + ")");
  }
}
