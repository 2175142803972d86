package io.growthline.recommend;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.schemas.reference.ModelAnnouncement;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;

/** The models that lists are made by, each swapped and read on its own. */
final class ModelsInForce {

  private final ModelInForce<TasteModel> tastes;
  private final ModelInForce<LogisticModel> completions;
  private final ModelInForce<LogisticModel> formats;
  private TasteModel taste;
  private LogisticModel completion;
  private LogisticModel format;

  /**
   * @param unreadable counts attempts to read a model that failed
   */
  ModelsInForce(Counter unreadable) {
    tastes = new ModelInForce<>(TasteModelFile::read, unreadable);
    completions = new ModelInForce<>(ForecastKind.COMPLETION::read, unreadable);
    formats = new ModelInForce<>(ForecastKind.FORMAT::read, unreadable);
  }

  /** Whether lists are made by models of that id. */
  static boolean isUsed(String modelId) {
    return modelId.equals(TasteModel.ID) || ForecastKind.of(modelId) != null;
  }

  /**
   * Reads what was announced anew.
   *
   * @param announced the newest announcement by model id
   * @param now processing time, epoch milliseconds
   */
  void update(ReadOnlyBroadcastState<String, ModelAnnouncement> announced, long now)
      throws Exception {
    taste = tastes.present(announced.get(TasteModel.ID), now);
    completion = completions.present(announced.get(ForecastKind.COMPLETION.modelId()), now);
    format = formats.present(announced.get(ForecastKind.FORMAT.modelId()), now);
  }

  /** What was learned of taste; null: nothing. */
  TasteModel taste() {
    return taste;
  }

  /** What was learned of completion; null: nothing. */
  LogisticModel completion() {
    return completion;
  }

  /** What was learned of formats; null: nothing. */
  LogisticModel format() {
    return format;
  }
}
