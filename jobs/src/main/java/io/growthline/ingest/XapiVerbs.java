package io.growthline.ingest;

import io.growthline.schemas.events.LearningVerb;
import java.util.Locale;

/**
 * What xAPI verbs mean here. Vocabularies (ADL, Activity Streams, Tin Can, the video and cmi5
 * profiles) differ in the first part of a verb's IRI and agree in the last, so the last decides.
 */
final class XapiVerbs {

  private XapiVerbs() {}

  /** The verb that this IRI stands for, or null if it stands for nothing in the contract. */
  static LearningVerb of(String iri) {
    return switch (XapiIds.lastPart(iri).toLowerCase(Locale.ROOT)) {
      case "completed", "complete", "passed", "mastered", "satisfied" -> LearningVerb.COMPLETED;
      case "failed" -> LearningVerb.FAILED;
      case "registered", "enrolled", "enroll" -> LearningVerb.ENROLLED;
      case "unregistered", "withdrawn", "withdrew" -> LearningVerb.WITHDRAWN;
      case "initialized", "launched", "start", "started", "opened", "accessed" ->
          LearningVerb.VIEWED;
      case "experienced", "attempted", "interacted", "attended" -> LearningVerb.VIEWED;
      case "viewed", "read", "played", "play", "watched", "watch", "listened" ->
          LearningVerb.VIEWED;
      case "progressed", "paused", "suspended", "resumed", "terminated", "exited" ->
          LearningVerb.PROGRESSED;
      case "answered", "submit", "submitted", "responded" -> LearningVerb.SUBMITTED;
      case "rated" -> LearningVerb.RATED;
      case "approved", "approve" -> LearningVerb.APPROVED;
      case "rejected", "reject" -> LearningVerb.REJECTED;
      case "voided" -> LearningVerb.VOIDED;
      default -> null;
    };
  }
}
