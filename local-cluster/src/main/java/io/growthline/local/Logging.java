package io.growthline.local;

import org.slf4j.LoggerFactory;

/** Keeps the libraries' log off the terminal unless it is asked for. */
final class Logging {

  private Logging() {}

  /**
   * Call before anything logs, and before anything may be interrupted, which log4j's start is not
   * made for. log4j2.properties reads the level once.
   */
  static void start(boolean verbose) {
    System.setProperty("growthline.log.level", verbose ? "WARN" : "OFF");
    // Its hook would complain where a signal comes first.
    System.setProperty("log4j.shutdownHookEnabled", "false");
    LoggerFactory.getILoggerFactory().getLogger(Logging.class.getName());
  }
}
