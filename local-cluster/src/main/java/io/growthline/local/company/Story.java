package io.growthline.local.company;

import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what happened to one person, event by event. Times are days before the end of the history,
 * so that 0.5 is twelve hours before it.
 */
final class Story {

  /** Activities that earn on approval; all others are courses. */
  static final Set<String> PRACTICES =
      Set.of(
          "workshop-case",
          "cross-department-project",
          "mentoring",
          "retrospective",
          "safety-moment");

  private static final double REVIEW_DAYS = 0.4;
  private static final double PASSED = 0.8;

  private final Person person;
  private final History history;

  Story(Person person, History history) {
    this.person = person;
    this.history = history;
  }

  Person person() {
    return person;
  }

  /** The HR system tells of the hire at {@code daysBefore}; it counts from the day of hire. */
  Story isHired(double daysBefore) {
    Map<String, String> names = new TreeMap<>();
    names.put("name", person.name());
    if (person.chineseName() != null) {
      names.put("nameZh", person.chineseName());
    }
    Instant effectiveAt = history.startOfWork(person.hiredOn());
    return hr(HrKind.HIRED, history.at(daysBefore), effectiveAt, person.jobId(), names);
  }

  Story leaves(double daysBefore) {
    return hr(HrKind.LEFT, history.at(daysBefore), history.at(daysBefore), null, null);
  }

  Story changesJob(double daysBefore, HrKind kind, String jobId) {
    return hr(kind, history.at(daysBefore), history.at(daysBefore), jobId, null);
  }

  /** Earns all of these, one after the other, evenly spread; {@code mentoring*3} is three times. */
  Story earns(double fromDaysBefore, double toDaysBefore, String... steps) {
    List<String> single = new ArrayList<>();
    for (String step : steps) {
      int times = step.indexOf('*');
      String activity = times < 0 ? step : step.substring(0, times);
      int count = times < 0 ? 1 : Integer.parseInt(step.substring(times + 1));
      for (int i = 0; i < count; i++) {
        single.add(activity);
      }
    }
    double gap = (fromDaysBefore - toDaysBefore) / Math.max(1, single.size() - 1);
    for (int i = 0; i < single.size(); i++) {
      achieves(fromDaysBefore - i * gap, single.get(i));
    }
    return this;
  }

  /** Completes the course, or hands in a piece of practice that is approved then. */
  Story achieves(double daysBefore, String activity) {
    if (!PRACTICES.contains(activity)) {
      return completes(daysBefore, activity, PASSED);
    }
    String submission = submits(daysBefore + REVIEW_DAYS, activity);
    return approves(daysBefore, activity, submission);
  }

  Story completes(double daysBefore, String activity, Double score) {
    completion(daysBefore, activity, score);
    return this;
  }

  /** As {@link #completes}, but gives the event. */
  LearningEvent completion(double daysBefore, String activity, Double score) {
    return learns("lms", daysBefore, LearningVerb.COMPLETED, activity, score, null);
  }

  /** Any other verb, without consequence for credits. */
  Story does(double daysBefore, LearningVerb verb, String activity) {
    learns("lms", daysBefore, verb, activity, null, null);
    return this;
  }

  /** Hands in a piece of practice and gives its submission id. */
  String submits(double daysBefore, String activity) {
    String submission = "sub-" + history.nextNumber("submission");
    learns("workshop", daysBefore, LearningVerb.SUBMITTED, activity, null, submission);
    return submission;
  }

  Story approves(double daysBefore, String activity, String submission) {
    learns("workshop", daysBefore, LearningVerb.APPROVED, activity, null, submission);
    return this;
  }

  Story rejects(double daysBefore, String activity, String submission) {
    learns("workshop", daysBefore, LearningVerb.REJECTED, activity, null, submission);
    return this;
  }

  Story voids(double daysBefore, LearningEvent target) {
    LearningEvent declaration =
        new LearningEvent(
            history.nextId(target.source()),
            target.source(),
            person.id(),
            history.at(daysBefore).toEpochMilli(),
            LearningVerb.VOIDED,
            target.activityId(),
            null,
            null,
            null,
            null,
            null,
            target.eventId(),
            null,
            null);
    history.tell(Input.LEARNING, declaration);
    return this;
  }

  Story redeems(double daysBefore, String rewardId) {
    requests(daysBefore, rewardId);
    return this;
  }

  /** As {@link #redeems}, but gives the command's id. */
  String requests(double daysBefore, String rewardId) {
    return commands(daysBefore, CommandKind.REDEEM, rewardId, null);
  }

  /** Takes back a request for a reward. */
  Story cancels(double daysBefore, String requestId) {
    commands(daysBefore, CommandKind.CANCEL, null, requestId);
    return this;
  }

  private String commands(double daysBefore, CommandKind kind, String rewardId, String targetId) {
    CreditCommand command =
        new CreditCommand(
            history.nextId("portal"),
            "portal",
            person.id(),
            history.at(daysBefore).toEpochMilli(),
            kind,
            rewardId,
            targetId,
            null,
            null,
            null,
            null,
            null,
            null);
    history.tell(Input.COMMANDS, command);
    return command.eventId();
  }

  private LearningEvent learns(
      String source,
      double daysBefore,
      LearningVerb verb,
      String activity,
      Double score,
      String submission) {
    LearningEvent event =
        new LearningEvent(
            history.nextId(source),
            source,
            person.id(),
            history.at(daysBefore).toEpochMilli(),
            verb,
            activity,
            score,
            null,
            null,
            null,
            submission,
            null,
            null,
            null);
    history.tell(Input.LEARNING, event);
    return event;
  }

  private Story hr(
      HrKind kind, Instant occurredAt, Instant effectiveAt, String job, Map<String, String> names) {
    boolean hired = kind == HrKind.HIRED;
    history.tell(
        Input.HR,
        new HrEvent(
            history.nextId("hr"),
            "hr",
            person.id(),
            occurredAt.toEpochMilli(),
            kind,
            effectiveAt.toEpochMilli(),
            job,
            null,
            hired ? person.teamId() : null,
            null,
            hired ? Math.toIntExact(person.hiredOn().toEpochDay()) : null,
            hired ? person.preferredFormats() : null,
            null,
            null,
            names));
    return this;
  }
}
