package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.deadletters.DeadLetterReason;

/**
 * Where a record came from, and so what its dead letter says.
 *
 * @param source the topic, or the file's path below the input folder
 * @param position {@code partition:offset}, or the line number
 * @param recordedAt when a dead letter counts as recorded: epoch milliseconds, UTC
 */
record Origin(String source, String position, long recordedAt) {

  InputRecord deadLetter(byte[] whole, DeadLetterReason reason, String detail) {
    return InputRecord.of(DeadLetter.of(source, position, reason, detail, whole, recordedAt));
  }

  InputRecord deadLetter(
      byte[] raw, long length, String sha256, DeadLetterReason reason, String detail) {
    return InputRecord.of(
        new DeadLetter(source, position, reason.name(), detail, raw, length, sha256, recordedAt));
  }
}
