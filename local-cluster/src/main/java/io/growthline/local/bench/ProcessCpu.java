package io.growthline.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** CPU time of this JVM: all of its threads, those that compile and collect garbage included. */
final class ProcessCpu {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ProcessCpu() {}

  /** User and system time so far, in seconds. */
  static double seconds() {
    return PROCESS.getProcessCpuTime() / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
