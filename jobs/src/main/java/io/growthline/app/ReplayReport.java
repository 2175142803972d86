package io.growthline.app;

import java.time.Instant;

/**
 * What a replay read and what became of it. Of the records read, every one is counted once: {@code
 * read = credited + decided + earnsNothing + duplicates + erased + deadLetters + later + outcomes}.
 *
 * @param until where the clock ended
 * @param read lines that were not empty
 * @param credited events that moved credits
 * @param decided commands, and events that earned nothing for a reason that was told
 * @param earnsNothing events of a kind that moves no credits
 * @param duplicates exact repetitions
 * @param erased facts about people who were erased
 * @param deadLetters lines that could not be used
 * @param later events later than the clock's end, left out
 * @param outcomes answers given before, which were honoured
 */
public record ReplayReport(
    Instant until,
    long read,
    long credited,
    long decided,
    long earnsNothing,
    long duplicates,
    long erased,
    long deadLetters,
    long later,
    long outcomes) {}
