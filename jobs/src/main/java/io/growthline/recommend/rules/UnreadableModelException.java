package io.growthline.recommend.rules;

import java.io.IOException;

/** A model's file is not what it should be: damaged, cut off, or of another format. */
public final class UnreadableModelException extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableModelException(String message) {
    super(message);
  }
}
