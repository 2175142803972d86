package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;

/**
 * Says why an input is no event. Its detail names fields, never their content, which may be
 * personal data.
 */
final class UnusableInputException extends Exception {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  UnusableInputException(DeadLetterReason reason, String detail) {
    // Hostile input makes many of these, and nobody looks at where they were thrown.
    super(detail, null, false, false);
    this.reason = reason;
  }

  DeadLetterReason reason() {
    return reason;
  }
}
