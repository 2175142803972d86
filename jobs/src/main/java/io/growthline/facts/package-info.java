/** What is told of arriving facts in every room alike: how many became of what, who was erased. */
package io.growthline.facts;
