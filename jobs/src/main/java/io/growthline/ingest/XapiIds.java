package io.growthline.ingest;

import java.util.regex.Pattern;

/** Turns the IRIs of xAPI into ids that a rule book can name. */
final class XapiIds {

  /** The rule book's longest id. */
  private static final int LONGEST = 64;

  private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern NOT_AT_THE_START = Pattern.compile("^[^A-Za-z0-9]+");

  private XapiIds() {}

  /**
   * The id of an activity. What is an id already stays as it is; of an IRI it is what follows the
   * last slash (without one, the last colon), every run of other characters replaced by {@code -},
   * cut at 64: {@code https://lms.example/courses/safety-101} is {@code safety-101}, {@code
   * …/view.php?id=7} is {@code view.php-id-7}.
   */
  static String activityId(String iri) {
    String allowed = NOT_IN_IDS.matcher(lastPart(iri)).replaceAll("-");
    String id = NOT_AT_THE_START.matcher(allowed).replaceFirst("");
    return id.length() > LONGEST ? id.substring(0, LONGEST) : id;
  }

  static String lastPart(String iri) {
    int end = iri.length();
    while (end > 0 && iri.charAt(end - 1) == '/') {
      end--;
    }
    String trimmed = iri.substring(0, end);
    int slash = trimmed.lastIndexOf('/');
    return trimmed.substring((slash < 0 ? trimmed.lastIndexOf(':') : slash) + 1);
  }
}
