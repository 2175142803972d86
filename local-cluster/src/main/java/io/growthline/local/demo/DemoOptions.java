package io.growthline.local.demo;

import java.nio.file.Path;

/**
 * What a demo is to show.
 *
 * @param employees people of the sample company
 * @param seconds how long events are sent
 * @param seed the same seed gives the same company
 * @param output where the Parquet tables go; exists
 * @param temporary a folder for everything that goes when the demo ends
 */
public record DemoOptions(int employees, int seconds, long seed, Path output, Path temporary) {

  static final int EVENTS_PER_SECOND = 50;

  int events() {
    return Math.multiplyExact(seconds, EVENTS_PER_SECOND);
  }
}
