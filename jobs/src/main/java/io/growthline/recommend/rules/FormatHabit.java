package io.growthline.recommend.rules;

import io.growthline.rulebook.Format;
import io.growthline.schemas.features.FeatureVector;
import java.util.List;

/**
 * What someone makes of one learning format.
 *
 * @param format as rule books name it
 * @param preferred 1 for the format declared first, a half for the second, a third for the third;
 *     0: not declared
 * @param clicked share of clicks, 0..1
 * @param completed share of completions, 0..1
 */
record FormatHabit(String format, double preferred, double clicked, double completed) {

  /** One for each of all formats, in their order. */
  static List<FormatHabit> of(FeatureVector p) {
    List<String> declared = p.preferredFormats().stream().distinct().toList();
    return List.of(
        of(Format.VIDEO, declared, p.clickedVideo(), p.completedVideo()),
        of(Format.CASE, declared, p.clickedCase(), p.completedCase()),
        of(Format.ARTICLE, declared, p.clickedArticle(), p.completedArticle()),
        of(Format.LIVE, declared, p.clickedLive(), p.completedLive()),
        of(Format.HANDS_ON, declared, p.clickedHandsOn(), p.completedHandsOn()));
  }

  private static FormatHabit of(
      Format which, List<String> declared, Double clicked, Double completed) {
    String format = which.inRuleBooks();
    int place = declared.indexOf(format);
    return new FormatHabit(
        format,
        place < 0 ? 0 : 1.0 / (place + 1),
        clicked == null ? 0 : clicked,
        completed == null ? 0 : completed);
  }

  /** Half for what is clicked, half for what is completed, 0..1. */
  double used() {
    return (clicked + completed) / 2;
  }
}
