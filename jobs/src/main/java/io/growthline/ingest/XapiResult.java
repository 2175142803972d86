package io.growthline.ingest;

/**
 * The result of an xAPI statement; every part may be absent.
 *
 * @param score as a ratio 0..1: {@code scaled}, or raw's place between min and max; a scaled score
 *     below zero is zero
 * @param rating the score as 1..5: raw itself where the scale is 1..5 or 0..5
 * @param progress as a ratio 0..1
 * @param failed whether {@code success} is false
 */
record XapiResult(
    Double score, Double rating, Double progress, Long durationSeconds, boolean failed) {

  private static final String CMI5_PROGRESS =
      "https://w3id.org/xapi/cmi5/result/extensions/progress";
  private static final double PERCENT = 100;
  private static final double LEAST_RATING = 1;
  private static final double MOST_RATING = 5;

  static XapiResult of(JsonFields result) throws UnusableInputException {
    JsonFields score = result.object("score");
    Double ratio = ratio(score);
    String duration = result.text("duration");
    return new XapiResult(
        ratio,
        rating(score, ratio),
        progress(result.object("extensions")),
        duration == null ? null : IsoTimes.seconds("result.duration", duration),
        Boolean.FALSE.equals(result.flag("success")));
  }

  private static Double ratio(JsonFields score) throws UnusableInputException {
    Double scaled = score.number("scaled");
    if (scaled != null) {
      return Math.max(0, scaled);
    }
    Double raw = score.number("raw");
    Double max = score.number("max");
    if (raw == null || max == null) {
      return null;
    }
    double min = score.has("min") ? score.number("min") : 0;
    return max > min ? (raw - min) / (max - min) : null;
  }

  private static Double rating(JsonFields score, Double ratio) throws UnusableInputException {
    Double raw = score.number("raw");
    Double max = score.number("max");
    boolean isRating = raw != null && raw >= LEAST_RATING && raw <= MOST_RATING;
    if (isRating && (max == null || max == MOST_RATING)) {
      return raw;
    }
    return ratio == null ? null : LEAST_RATING + ratio * (MOST_RATING - LEAST_RATING);
  }

  /** Of any extension whose IRI ends in {@code progress}; cmi5 counts in percent, others don't. */
  private static Double progress(JsonFields extensions) throws UnusableInputException {
    for (String iri : extensions.names()) {
      if (iri.endsWith("/progress")) {
        Double progress = extensions.number(iri);
        boolean percent = iri.equals(CMI5_PROGRESS) || (progress != null && progress > 1);
        return progress != null && percent ? Double.valueOf(progress / PERCENT) : progress;
      }
    }
    return null;
  }
}
