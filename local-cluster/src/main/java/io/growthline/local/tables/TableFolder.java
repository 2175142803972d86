package io.growthline.local.tables;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The Parquet tables below a folder, as a replay or a live job leaves them. */
public record TableFolder(Path path) {

  /** Whether the table has any file. */
  public boolean holds(Table<?> table) throws IOException {
    return filesBelow(path.resolve(table.name())).stream()
        .anyMatch(file -> file.toString().endsWith(".parquet"));
  }

  /** How many files someone is still writing; they are hidden until they are whole. */
  public long unfinishedFiles() throws IOException {
    return filesBelow(path).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith(".") && name.contains(".inprogress"))
        .count();
  }

  /** Those that a running job renames or removes meanwhile may be among them or not. */
  private static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
            if (error instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw error;
          }
        });
    return files;
  }

  /**
   * The table in SQL, with the column {@code filename}. Files written before a column was added
   * have nulls in it.
   */
  public String sql(Table<?> table) {
    return sql(table, "");
  }

  /** The same with the column {@code file_row_number}, which counts from 0 in each file. */
  public String sqlWithRowNumbers(Table<?> table) {
    return sql(table, ", file_row_number = true");
  }

  private String sql(Table<?> table, String more) {
    String files = path.resolve(table.name()) + "/**/*.parquet";
    return "read_parquet(%s, hive_partitioning = false, union_by_name = true, filename = true%s)"
        .formatted(DuckDb.quoted(files), more);
  }

  /**
   * Of a table that tells every change: the newest row of each subject, in SQL.
   *
   * @param subject the columns that say whom a row is about
   */
  public String newest(Table<?> table, String subject) {
    return """
        (SELECT * FROM %s QUALIFY row_number() OVER
          (PARTITION BY %s ORDER BY version DESC, as_of DESC) = 1)
        """
        .formatted(sql(table), subject);
  }

  /**
   * Of a table that tells an employee's whole state in several rows: those told together with the
   * employee's newest row of another table, in SQL; older ones are history.
   */
  public String toldWith(Table<?> newest, Table<?> table) {
    return """
        (SELECT n.* FROM %s n WHERE row(n.version, n.as_of) =
          (SELECT max(row(b.version, b.as_of)) FROM %s b WHERE b.employee_id = n.employee_id))
        """
        .formatted(sql(table), sql(newest));
  }
}
