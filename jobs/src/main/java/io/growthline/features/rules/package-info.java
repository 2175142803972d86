/** What features are made of, without Flink. */
package io.growthline.features.rules;
