package io.growthline.local.statement;

import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import java.io.IOException;

/**
 * Titles of a dimension in SQL: what stands for a row's name, and the join that brings it.
 *
 * @param source the dimension, or null where it is not there: then the id is the name
 */
record Titles(String source, String idColumn, String id) {

  /**
   * @param id column that names the dimension's row, with its table's alias
   */
  static Titles of(TableFolder tables, Table<?> dimension, String idColumn, String id)
      throws IOException {
    return new Titles(tables.holds(dimension) ? tables.sql(dimension) : null, idColumn, id);
  }

  String name() {
    return source == null ? id : "coalesce(t.title_en, " + id + ")";
  }

  String join() {
    return source == null
        ? ""
        : """
          LEFT JOIN (SELECT %1$s, max_by(title_en, row(revision, as_of)) AS title_en
                  FROM %2$s GROUP BY 1) t
            ON t.%1$s = %3$s
          """
            .formatted(idColumn, source, id);
  }
}
