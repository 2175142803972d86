package io.growthline.schemas.reference;

import java.util.Map;

/**
 * Which model is in force. Instants are epoch milliseconds, UTC.
 *
 * @param modelId what the model is for, for example {@code recommender}
 * @param version the model's version
 * @param location URI of the artefact on a file system that the jobs can read
 * @param sha256 of the artefact, in hexadecimal
 * @param trainedUntil newest instant of the data it was trained on
 * @param metrics figures of its validation
 */
public record ModelAnnouncement(
    String modelId,
    String version,
    String location,
    String sha256,
    long trainedUntil,
    long announcedAt,
    Map<String, Double> metrics) {}
