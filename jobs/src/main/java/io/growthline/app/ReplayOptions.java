package io.growthline.app;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What to replay.
 *
 * @param input folder with {@code rulebook.yaml} and the input files
 * @param output folder for the tables
 * @param until where the clock ends, not after now; null: at the newest valid event
 * @param parallelism subtasks, positive
 * @param ledgerOnly whether features and recommendations are left out, their tables without rows
 */
public record ReplayOptions(
    Path input, Path output, Instant until, int parallelism, boolean ledgerOnly) {}
