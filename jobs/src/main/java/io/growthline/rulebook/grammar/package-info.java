/**
 * What a rule book may say, as tables of keys and shapes: one place to change for reading,
 * checking, and the JSON Schema of editors.
 */
package io.growthline.rulebook.grammar;
