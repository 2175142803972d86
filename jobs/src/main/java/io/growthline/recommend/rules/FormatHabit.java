package io.growthline.recommend.rules;

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

  /** All formats there are. */
  static final List<String> FORMATS = List.of("video", "case", "article", "live", "hands-on");

  /** One for each of all formats, in their order. */
  static List<FormatHabit> of(FeatureVector p) {
    List<String> declared = p.preferredFormats().stream().distinct().toList();
    return List.of(
        of(0, declared, p.clickedVideo(), p.completedVideo()),
        of(1, declared, p.clickedCase(), p.completedCase()),
        of(2, declared, p.clickedArticle(), p.completedArticle()),
        of(3, declared, p.clickedLive(), p.completedLive()),
        of(4, declared, p.clickedHandsOn(), p.completedHandsOn()));
  }

  private static FormatHabit of(
      int number, List<String> declared, Double clicked, Double completed) {
    String format = FORMATS.get(number);
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
