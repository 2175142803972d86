/** The plain part of YAML that rule books are written in, with the line of everything. */
package io.growthline.rulebook.yaml;
