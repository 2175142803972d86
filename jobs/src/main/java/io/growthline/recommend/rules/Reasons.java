package io.growthline.recommend.rules;

import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendationReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up what speaks for one candidate: the shares add up to its score. */
final class Reasons {

  /** More are not read; the rest is one sum. */
  private static final int MOST_TOLD = 6;

  private record About(ReasonCode code, String subject) {}

  private final ReasonTexts texts;
  private final Map<About, Double> shares = new LinkedHashMap<>();
  private final List<RecommendationReason> explanations = new ArrayList<>();

  Reasons(ReasonTexts texts) {
    this.texts = texts;
  }

  /** Adds a share; shares of the same code and subject become one. */
  void add(ReasonCode code, String subject, double share) {
    if (share != 0) {
      shares.merge(new About(code, subject), share, Double::sum);
    }
  }

  /** Adds a reason that only explains. */
  void explain(ReasonCode code, String subject) {
    explanations.add(new RecommendationReason(code, subject, texts.of(code, subject), 0));
  }

  /** The largest first, whichever their sign; then what only explains. */
  List<RecommendationReason> told() {
    List<Map.Entry<About, Double>> sorted = new ArrayList<>(shares.entrySet());
    sorted.sort(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())));
    List<RecommendationReason> told = new ArrayList<>();
    double rest = 0;
    for (Map.Entry<About, Double> entry : sorted) {
      if (told.size() < MOST_TOLD) {
        told.add(reason(entry.getKey(), entry.getValue()));
      } else {
        rest += entry.getValue();
      }
    }
    if (sorted.size() > MOST_TOLD) {
      told.add(reason(new About(ReasonCode.OTHER, null), rest));
    }
    told.addAll(explanations);
    return told;
  }

  private RecommendationReason reason(About about, double share) {
    return new RecommendationReason(
        about.code(), about.subject(), texts.of(about.code(), about.subject()), share);
  }
}
