/** Fitting and judging recommenders and forecasts. Plain Java; nothing here knows Flink. */
package io.growthline.training.fit;
