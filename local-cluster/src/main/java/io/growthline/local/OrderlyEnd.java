package io.growthline.local;

import io.growthline.local.commands.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
  private final PrintStream err = System.err;
  private volatile boolean interrupting;

  /**
   * Call once, from the thread that runs the verb, right before it. Until then there is nothing to
   * close, and a signal ends the process as it stands.
   */
  void coverThisThread() {
    Thread verb = Thread.currentThread();
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(verb), "orderly-end"));
    } catch (IllegalStateException e) {
      // A signal was faster: the process is about to be gone.
      interrupting = true;
    }
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
        // Libraries that are interrupted print stack traces past any log.
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        verb.interrupt();
      }
      boolean closed = verbHasEnded.await(CLOSING_SECONDS_AT_MOST, TimeUnit.SECONDS);
      if (!closed) {
        err.println("growthline: not everything could be closed in time");
      }
      String temporary = System.getProperty("growthline.temporary.folder");
      if (temporary != null) {
        Folders.delete(Path.of(temporary));
      }
    } catch (IOException | InterruptedException e) {
      // The launcher removes what is left once this process is gone.
      err.println("growthline: the temporary folder is still in use: " + e.getMessage());
    }
  }
}
