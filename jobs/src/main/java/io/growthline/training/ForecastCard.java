package io.growthline.training;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.training.ModelManifest.ForecastReport;
import io.growthline.training.fit.CalibrationBand;
import io.growthline.training.fit.ForecastFigures;
import java.util.Locale;

/** A model that foretells, told to people, in Markdown. */
final class ForecastCard {

  private ForecastCard() {}

  /** The card of a model that is worth having. */
  static String of(ModelManifest model) {
    return "# Model `%s` %s\n".formatted(model.modelId(), model.version())
        + body(model)
        + ModelCard.rollingBack(model);
  }

  /** The card of an attempt that was refused; nothing else is left of it. */
  static String ofRefused(ModelManifest draft, String refusal) {
    return "# Refused: model `"
        + draft.modelId()
        + "`\n\nRefused because it is "
        + refusal
        + ". Nothing was written.\n"
        + body(draft);
  }

  private static String body(ModelManifest model) {
    StringBuilder card = new StringBuilder();
    card.append("\n").append(purpose(ForecastKind.of(model.modelId())));
    card.append(
        """

        ## Data

        | | |
        |---|---|
        | learned from what was begun or taken up | %s to %s |
        | people with a vector | %d |
        | examples | %d |

        ## Cross-validation

        In %s folds of people: nobody is foretold by a model that has seen them. Less is better.

        | | log loss | between folds | Brier |
        |---|---|---|---|
        """
            .formatted(
                model.trainedFrom(),
                model.trainedUntil(),
                model.people(),
                model.examples(),
                model.parameters().get("folds").intValue()));
    ForecastReport report = model.forecast();
    if (report.figures() != null) {
      row(card, "**this model**", report.figures());
    }
    report.rivals().forEach((name, figures) -> row(card, name, figures));
    card.append(
        """

        ## Calibration

        Tenths of what was foretold, the lowest first, beside what came.

        | examples | foretold | came |
        |---|---|---|
        """);
    for (CalibrationBand band : report.calibration()) {
      card.append(
          String.format(
              Locale.ROOT,
              "| %d | %.3f | %.3f |\n",
              band.examples(),
              band.predicted(),
              band.observed()));
    }
    card.append("\n## Parameters\n\n| | |\n|---|---|\n");
    model
        .parameters()
        .forEach((name, value) -> card.append("| %s | %s |\n".formatted(name, value)));
    card.append("\n## Inputs\n\n`" + String.join("`, `", model.features()) + "`\n");
    return card.toString();
  }

  private static String purpose(ForecastKind kind) {
    return switch (kind) {
      case COMPLETION ->
          """
          Foretells whether somebody who begins a course completes it within `horizonDays`, by which
          nearly all completions have come. A logistic regression (Smile), calibrated by Platt's scaling
          on people it has not seen. Whoever began less than that before the end of the data was left out.
          It tells what mostly happened to people alike; nothing here is fit to judge anybody by.
          """;
      case FORMAT ->
          """
          Foretells in which format somebody learns next: of the activities with a format, that of the
          next one they click on, enrol in or complete for the first time. A logistic regression of
          several classes (Smile), each calibrated by Platt's scaling on people it has not seen.
          """;
    };
  }

  private static void row(StringBuilder card, String name, ForecastFigures figures) {
    card.append(
        String.format(
            Locale.ROOT,
            "| %s | %.4f | %.4f | %.4f |\n",
            name,
            figures.logLoss(),
            figures.logLossSpread(),
            figures.brier()));
  }
}
