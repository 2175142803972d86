package io.growthline.local.kafka;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Shows a running summary: on a terminal a block that is drawn anew in place, elsewhere plain lines
 * that can be kept in a file. For one thread.
 */
public final class SummaryScreen {

  private static final int NEWEST = 12;
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PLAIN_LINE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PrintWriter out;
  private final boolean terminal;
  private final Deque<String> newest = new ArrayDeque<>();
  private long started;
  private long shownAt;
  private long sentWhenShown;
  private int drawnLines;

  /**
   * Shows nothing yet.
   *
   * @param terminal whether what is printed can be drawn over
   */
  public SummaryScreen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The time that is shown counts from here. */
  void begin() {
    started = System.nanoTime();
    shownAt = started;
  }

  /** Tells a trigger: at once where lines are plain, with the next drawing on a terminal. */
  void trigger(String line) {
    if (terminal) {
      newest.addLast(line);
      if (newest.size() > NEWEST) {
        newest.removeFirst();
      }
    } else {
      out.println("  " + line);
    }
  }

  /** Shows the figures if the last showing is some time ago. */
  void show(long sent, String figures) {
    long since = System.nanoTime() - shownAt;
    if (since >= (terminal ? REDRAW_NANOS : PLAIN_LINE_NANOS)) {
      draw(headline(sent, since), figures);
      sentWhenShown = sent;
      shownAt = System.nanoTime();
    }
  }

  /** Shows the figures a last time. */
  void end(long sent, String figures) {
    draw(headline(sent, 0), figures);
  }

  private String headline(long sent, long sinceNanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    String rate =
        sinceNanos == 0
            ? ""
            : ", %.0f events/s"
                .formatted(
                    (sent - sentWhenShown) * (double) TimeUnit.SECONDS.toNanos(1) / sinceNanos);
    return "%3d s: %d events sent%s".formatted(seconds, sent, rate);
  }

  private void draw(String headline, String figures) {
    if (!terminal) {
      out.println(headline + " · " + figures);
      out.flush();
      return;
    }
    // Lines too long for the window are cut, not wrapped: what is drawn over keeps its height.
    out.print("\033[?7l");
    if (drawnLines > 0) {
      out.print("\033[" + drawnLines + "A");
    }
    drawnLines = 0;
    line(headline);
    line(figures);
    newest.forEach(trigger -> line("  " + trigger));
    out.print("\033[?7h");
    out.flush();
  }

  private void line(String text) {
    out.print("\033[2K" + text + "\n");
    drawnLines++;
  }
}
