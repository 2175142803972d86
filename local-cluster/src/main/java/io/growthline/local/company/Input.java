package io.growthline.local.company;

/** The input streams the company's systems feed; also the names of the replay files. */
public enum Input {
  LEARNING,
  HR,
  COMMANDS,
  PERFORMANCE
}
