package io.growthline.schemas.tables;

import io.growthline.schemas.avro.RecordData;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.apache.avro.Schema;

/**
 * A Parquet table of the contract.
 *
 * @param name name of the table and of its folder
 * @param rowType record class of the rows
 * @param monthOf component whose month (UTC) a row's folder is named after; null: the table is flat
 */
public record Table<T extends Record>(String name, Class<T> rowType, String monthOf)
    implements Serializable {

  /** Whether rows lie in one folder for each month, {@code month=YYYY-MM}. */
  public boolean byMonth() {
    return monthOf != null;
  }

  /**
   * The month whose folder the row belongs to; meaningful only where {@link #byMonth}.
   *
   * @return for example {@code 2026-03}
   */
  public String month(T row) {
    RecordData<T> data = RecordData.of(rowType);
    int position = data.schema().getField(monthOf).pos();
    Instant instant = Instant.ofEpochMilli((Long) data.getField(row, monthOf, position));
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC)).toString();
  }

  /** The columns. */
  public Schema schema() {
    return TableSchema.of(rowType);
  }
}
