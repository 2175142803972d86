package io.growthline.local.commands;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Why a verb could not do its work: one line that says what, where and how to mend it. */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Failed, or invalid content. */
  public static final int FAILED = 1;

  /** Bad usage, or a path that does not exist. */
  public static final int BAD_USAGE = 2;

  /** Ended by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private final int exitCode;

  private Failure(int exitCode, String message, Throwable cause) {
    super(oneLine(message), cause);
    this.exitCode = exitCode;
  }

  /** The verb failed, or what it was given is invalid: exit code 1. */
  public static Failure failed(String message) {
    return new Failure(FAILED, message, null);
  }

  /** The verb failed, or what it was given is invalid: exit code 1. */
  public static Failure failed(String message, Throwable cause) {
    return new Failure(FAILED, message, cause);
  }

  /** It was called in a way that cannot work: exit code 2. */
  public static Failure badUsage(String message) {
    return new Failure(BAD_USAGE, message, null);
  }

  /** The failure that any exception of a verb amounts to. */
  public static Failure of(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure failure) {
        return failure;
      }
      if (cause instanceof InterruptedException
          || cause instanceof org.apache.kafka.common.errors.InterruptException) {
        return new Failure(INTERRUPTED, "interrupted", error);
      }
    }
    return new Failure(FAILED, describe(rootCause(error)), error);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The text without line breaks. */
  public static String oneLine(String text) {
    return text == null ? "no further detail" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String describe(Throwable cause) {
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " cannot be accessed: check its permissions";
    }
    if (cause instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is already there";
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName() + " (run again with --verbose for where)"
        : message;
  }

  private static Throwable rootCause(Throwable error) {
    Throwable cause = error;
    while ((cause instanceof UncheckedIOException || cause.getMessage() == null || wraps(cause))
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether the message is nothing but the cause's own text, as constructors make it. */
  private static boolean wraps(Throwable error) {
    return error.getCause() != null && error.getCause().toString().equals(error.getMessage());
  }
}
