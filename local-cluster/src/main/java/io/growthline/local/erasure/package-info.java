/** Removes a person from the tables, and leaves a receipt that does not name them. */
package io.growthline.local.erasure;
