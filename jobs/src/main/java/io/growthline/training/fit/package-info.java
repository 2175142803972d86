/** Fitting and judging recommenders. Plain Java; nothing here knows Flink. */
package io.growthline.training.fit;
