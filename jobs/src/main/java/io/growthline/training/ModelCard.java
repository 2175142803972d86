package io.growthline.training;

import io.growthline.training.fit.TimeSplit.Figures;
import java.util.Locale;
import java.util.Map;

/** A model told to people, in Markdown. */
final class ModelCard {

  private ModelCard() {}

  /** The card of a model that is worth having. */
  static String of(ModelManifest model) {
    return head("# Model `" + model.modelId() + "` " + model.version())
        + body(model)
        + rollingBack(model);
  }

  /** How to go back to a model, and to tell whether its file is the one. */
  static String rollingBack(ModelManifest model) {
    return """

        ## Rolling back

        `growthline announce --models DIR --version VERSION` puts any older model in this folder back into
        force, without a restart. Its file is `%s`, SHA-256 `%s`.
        """
        .formatted(model.file(), model.sha256());
  }

  /** The card of an attempt that was refused; nothing else is left of it. */
  static String ofRefused(ModelManifest draft, String refusal) {
    return head("# Refused: model `" + draft.modelId() + "`")
        + "\nRefused because it is "
        + refusal
        + ". Nothing was written.\n"
        + body(draft);
  }

  private static String head(String title) {
    return title
        + """


        Recommends activities: scores each by a sum of what is known of a person, the exact share of
        each being the reason that is shown. A ridge regression in closed form from what was known of people to
        what they took next, drawn to what the rule book alone says. It ranks; its scores are no
        probabilities, and it decides nothing.
        """;
  }

  private static String body(ModelManifest model) {
    StringBuilder card = new StringBuilder();
    card.append(
        """

        ## Data

        | | |
        |---|---|
        | learned from what was taken | %s to %s |
        | people with a vector | %d |
        | examples: instants at which somebody took something of their own accord | %d |
        | signals · activities known | %d · %d |

        ## Validation

        On what was taken from %s on, the model knowing only what came before. Each time somebody takes
        something, what they take from then on (at most 10) is to be found among all they have not taken yet.

        | | questions | NDCG@10 | recall@10 | coverage |
        |---|---|---|---|---|
        """
            .formatted(
                model.trainedFrom(),
                model.trainedUntil(),
                model.people(),
                model.examples(),
                model.signals(),
                model.activities(),
                model.validatedFrom()));
    if (model.metrics() != null) {
      row(card, "**this model**", model.metrics());
    }
    model.rivals().forEach((name, figures) -> row(card, name, figures));
    card.append("\n## Parameters\n\nChosen by that validation.\n\n| | |\n|---|---|\n");
    for (Map.Entry<String, Double> parameter : model.parameters().entrySet()) {
      card.append("| %s | %s |%n".formatted(parameter.getKey(), parameter.getValue()));
    }
    card.append(
        """

        ## Features used

        %s

        ## Limits

        - It repeats the past: what nobody took is recommended only where the rule book speaks for it.
        - What is required of people it does not know: that they took it tells no taste, and goals ask for it.
        - Figures are those of a sample of people. Half of it chose the parameters, the other half judged.
        - Signals that fewer than two people have are left out, and the rarest beyond the bounds.
        - People are known by their work and learning alone; nothing here is fit to judge them by.
        """
            .formatted("`" + String.join("`, `", model.features()) + "`"));
    return card.toString().replace("\r\n", "\n");
  }

  private static void row(StringBuilder card, String name, Figures figures) {
    card.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.4f | %.4f | %.3f |%n",
            name,
            figures.tests(),
            figures.ndcg(),
            figures.recall(),
            figures.coverage()));
  }
}
