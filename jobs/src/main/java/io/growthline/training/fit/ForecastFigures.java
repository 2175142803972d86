package io.growthline.training.fit;

/**
 * How well something foretold, as it is told to users.
 *
 * @param examples foretold
 * @param logLoss mean of the negative logarithm of the probability of what came; less is better
 * @param logLossSpread standard deviation of that between folds
 * @param brier mean half squared distance of the probabilities from what came, 0..1; of two classes
 *     the usual squared error; less is better
 */
public record ForecastFigures(int examples, double logLoss, double logLossSpread, double brier) {}
