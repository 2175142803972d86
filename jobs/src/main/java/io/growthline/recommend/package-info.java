/** Which course next, why, and what brings an employee to their goals. */
package io.growthline.recommend;
