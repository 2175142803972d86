package io.growthline.recommend.rules;

import java.io.Serializable;

/**
 * One thing that can be known of a person.
 *
 * @param subject activity, tag, job, {@code job/band}, grade or format; empty for ANYONE
 */
public record SignalId(SignalKind kind, String subject) implements Serializable {

  static final SignalId ANYONE = new SignalId(SignalKind.ANYONE, "");
}
