package io.growthline.rulebook;

/** A rule book was not published, and nothing was changed; the message says how to mend it. */
public final class RuleBookNotPublishedException extends Exception {

  private static final long serialVersionUID = 1;

  public RuleBookNotPublishedException(String message) {
    super(message);
  }

  public RuleBookNotPublishedException(String message, Throwable cause) {
    super(message, cause);
  }
}
