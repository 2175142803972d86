/** Which course next, and why: scores that are sums of what is known of a person. */
package io.growthline.recommend.rules;
