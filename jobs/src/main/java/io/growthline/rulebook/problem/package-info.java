/** What is wrong with a rule book, and where. */
package io.growthline.rulebook.problem;
