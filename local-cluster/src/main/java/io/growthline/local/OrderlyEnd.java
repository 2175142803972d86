package io.growthline.local;

import io.growthline.local.commands.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process in order, also on Ctrl-C: the verb's thread is interrupted and gets some time to
 * close what it opened; then the launcher's temporary folder goes.
 */
final class OrderlyEnd {

  private static final long CLOSING_SECONDS_AT_MOST = 20;

  private final CountDownLatch verbHasEnded = new CountDownLatch(1);
  private volatile boolean interrupting;

  private OrderlyEnd() {}

  /** Call once, from the thread that runs the verb. */
  static OrderlyEnd ofThisThread() {
    OrderlyEnd end = new OrderlyEnd();
    Thread verb = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end.stop(verb), "orderly-end"));
    return end;
  }

  /** Whether a signal ends the process: what the verb fails with then is no news. */
  boolean isInterrupting() {
    return interrupting;
  }

  /** Exits with that code, or, where a signal already ends the process, with the signal's. */
  void exit(int exitCode) {
    verbHasEnded.countDown();
    System.exit(exitCode);
  }

  private void stop(Thread verb) {
    try {
      if (verbHasEnded.getCount() > 0) {
        interrupting = true;
        verb.interrupt();
      }
      boolean closed = verbHasEnded.await(CLOSING_SECONDS_AT_MOST, TimeUnit.SECONDS);
      if (!closed) {
        System.err.println("growthline: not everything could be closed in time");
      }
      String temporary = System.getProperty("growthline.temporary.folder");
      if (temporary != null) {
        Folders.delete(Path.of(temporary));
      }
    } catch (IOException | InterruptedException e) {
      // The launcher removes what is left once this process is gone.
      System.err.println("growthline: the temporary folder is still in use: " + e.getMessage());
    }
  }
}
