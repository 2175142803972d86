/** What must hold, or should, between the definitions of one rule book. */
package io.growthline.rulebook.check;
