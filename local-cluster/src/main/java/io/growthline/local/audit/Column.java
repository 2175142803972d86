package io.growthline.local.audit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads values of a row that must be there. */
final class Column {

  private static final int HUNDREDTHS = 2;

  private Column() {}

  /** Text that is not null. */
  static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return text;
  }

  /** One of the constants. */
  static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = text(row, column);
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(column + " is " + name + ", which is not known", e);
    }
  }

  /** An amount that is not null, in hundredths. */
  static long hundredths(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    if (amount == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return amount.movePointRight(HUNDREDTHS).longValueExact();
  }

  /** An amount as people read it. */
  static String plain(long hundredths) {
    return BigDecimal.valueOf(hundredths, HUNDREDTHS).toPlainString();
  }
}
