/** Models: training sets, fitting, evaluation. Plain Java; nothing here knows Flink. */
package io.growthline.training;
