package io.growthline.rulebook.check;

import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Reading;

/** Everything that must hold, or should, between the definitions of one rule book. */
public final class Checks {

  private Checks() {}

  public static void run(Document document, Reading reading) {
    ReferenceChecks.run(document, reading);
    CycleChecks.run(document, reading);
    MetricChecks.run(document, reading);
    HistoryChecks.run(document, reading);
    TitleWarnings.run(document, reading);
    SkillWarnings.run(document, reading);
    GoalWarnings.run(document, reading);
  }
}
