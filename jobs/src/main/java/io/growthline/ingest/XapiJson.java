package io.growthline.ingest;

import static io.growthline.ingest.JsonFields.required;

import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An xAPI statement as a learning event of source {@code xapi}. The statement's id is the event's,
 * its registration ties submissions together, and the IRIs that were shortened stay in the
 * attributes {@code xapi.verb}, {@code xapi.object} and {@code xapi.registration}.
 */
final class XapiJson {

  private static final String SOURCE = "xapi";
  private static final String MAIL_SCHEME = "mailto:";

  private XapiJson() {}

  static LearningEvent learning(JsonFields statement) throws UnusableInputException {
    String verbIri = required("verb.id", statement.object("verb").text("id"));
    LearningVerb verb = XapiVerbs.of(verbIri);
    if (verb == null) {
      throw new UnusableInputException(
          DeadLetterReason.UNMAPPED_VERB, "no learning verb for the last part of verb.id");
    }
    JsonFields object = statement.object("object");
    String objectId = required("object.id", object.text("id"));
    XapiResult result = XapiResult.of(statement.object("result"));
    String registration = statement.object("context").text("registration");
    boolean voids = verb == LearningVerb.VOIDED;
    refuseOtherObjects(object, voids);
    return new LearningEvent(
        statement.text("id"),
        SOURCE,
        employeeId(statement.object("actor")),
        occurredAt(statement),
        // "Completed" says that it ended; whether well, the result says.
        verb == LearningVerb.COMPLETED && result.failed() ? LearningVerb.FAILED : verb,
        voids ? "" : XapiIds.activityId(objectId),
        verb == LearningVerb.RATED ? null : result.score(),
        result.progress(),
        verb == LearningVerb.RATED ? result.rating() : null,
        result.durationSeconds(),
        isPractice(verb) ? registration : null,
        voids ? objectId : null,
        null,
        attributes(verbIri, objectId, registration));
  }

  private static void refuseOtherObjects(JsonFields object, boolean voids)
      throws UnusableInputException {
    String type = object.text("objectType");
    boolean fits = voids ? "StatementRef".equals(type) : type == null || "Activity".equals(type);
    if (!fits) {
      throw new UnusableInputException(
          DeadLetterReason.WRONG_TYPE, "object is not " + (voids ? "a statement" : "an activity"));
    }
  }

  private static boolean isPractice(LearningVerb verb) {
    return switch (verb) {
      case SUBMITTED, APPROVED, REJECTED -> true;
      default -> false;
    };
  }

  /** The account's name where the LMS gives one, else whatever identifies the person. */
  private static String employeeId(JsonFields actor) throws UnusableInputException {
    String account = actor.object("account").text("name");
    if (account != null) {
      return account;
    }
    String mailbox = actor.text("mbox");
    if (mailbox != null) {
      boolean hasScheme = mailbox.toLowerCase(Locale.ROOT).startsWith(MAIL_SCHEME);
      return hasScheme ? mailbox.substring(MAIL_SCHEME.length()) : mailbox;
    }
    String openId = actor.text("openid");
    String identified = openId != null ? openId : actor.text("mbox_sha1sum");
    return required("actor.account, mbox, openid or mbox_sha1sum", identified);
  }

  private static long occurredAt(JsonFields statement) throws UnusableInputException {
    String field = statement.has("timestamp") ? "timestamp" : "stored";
    return IsoTimes.instantOrUtc(field, required("timestamp", statement.text(field)));
  }

  private static Map<String, String> attributes(
      String verbIri, String objectId, String registration) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("xapi.verb", verbIri);
    attributes.put("xapi.object", objectId);
    if (registration != null) {
      attributes.put("xapi.registration", registration);
    }
    return attributes;
  }
}
