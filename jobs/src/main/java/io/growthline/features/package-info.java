/** The employee feature vector: what models see of an employee at one instant. */
package io.growthline.features;
