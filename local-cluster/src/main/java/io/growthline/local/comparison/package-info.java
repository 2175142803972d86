/** What another rule book would change: two replays of the same events side by side. */
package io.growthline.local.comparison;
