/** How good the recommender is on anybody's data. */
package io.growthline.local.evaluation;
