package io.growthline.lake;

/** How files and folders of a lake are named. */
final class LakeLayout {

  /** What readers look for. */
  static final String FINISHED = ".parquet";

  /** A replay's finished files until all of its tables are whole. */
  static final String STAGED = ".parquet.staged";

  private LakeLayout() {}

  /** The folder of one month's rows, for example {@code month=2026-03}. */
  static String monthFolder(String month) {
    return "month=" + month;
  }
}
