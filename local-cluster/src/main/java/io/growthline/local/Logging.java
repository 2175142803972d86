package io.growthline.local;

/** Keeps the libraries' log off the terminal unless it is asked for. */
final class Logging {

  private Logging() {}

  /** Call before anything logs: log4j2.properties reads the level once. */
  static void start(boolean verbose) {
    System.setProperty("growthline.log.level", verbose ? "WARN" : "OFF");
  }
}
