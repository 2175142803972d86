/**
 * Training: from the table of feature vectors to models that are worth having. The graphs that go
 * through all people, the artefacts, and their announcement.
 */
package io.growthline.training;
