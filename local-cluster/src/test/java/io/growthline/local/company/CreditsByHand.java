package io.growthline.local.company;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Adds up what a person's story is worth, as a reader with pen and paper would: courses once,
 * practice per submission that stands approved, nothing voided, failed or of another's job. It
 * knows no caps and no windows; the stories it is used on need none.
 */
final class CreditsByHand {

  private final SampleCompany company;
  private final Instant end;
  private final Map<String, Map<?, ?>> activities = new HashMap<>();

  CreditsByHand(SampleCompany company, Instant end) {
    this.company = company;
    this.end = end;
    for (Object entry : (List<?>) ruleBook(end).get("activities")) {
      Map<?, ?> activity = (Map<?, ?>) entry;
      activities.put((String) activity.get("id"), activity);
    }
  }

  BigDecimal total(Person person) {
    return total(person, end);
  }

  BigDecimal total(Person person, Instant until) {
    return sum(person, until, activity -> true);
  }

  BigDecimal practice(Person person) {
    return sum(person, end, activity -> activity.get("kind").equals("practice"));
  }

  BigDecimal withTag(Person person, String tag, Instant until) {
    return sum(
        person,
        until,
        activity -> activity.get("tags") instanceof List<?> tags && tags.contains(tag));
  }

  private BigDecimal sum(Person person, Instant until, Predicate<Map<?, ?>> counts) {
    List<LearningEvent> facts =
        company.records().stream()
            .map(CompanyRecord::event)
            .filter(LearningEvent.class::isInstance)
            .map(LearningEvent.class::cast)
            .filter(event -> event.employeeId().equals(person.id()))
            .filter(event -> event.occurredAt() <= until.toEpochMilli())
            .distinct()
            .sorted(Comparator.comparingLong(LearningEvent::occurredAt))
            .toList();
    Set<String> voided = new HashSet<>();
    facts.forEach(event -> voided.add(event.voidsEventId()));
    Map<String, LearningEvent> earning = new HashMap<>();
    for (LearningEvent event : facts) {
      Map<?, ?> activity = activities.get(event.activityId());
      boolean fits =
          !(activity.get("jobs") instanceof List<?> jobs) || jobs.contains(person.jobId());
      if (fits && !voided.contains(event.eventId())) {
        apply(event, activity.get("kind").equals("practice"), earning);
      }
    }
    return earning.values().stream()
        .filter(event -> counts.test(activities.get(event.activityId())))
        .map(this::credits)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void apply(
      LearningEvent event, boolean practice, Map<String, LearningEvent> earning) {
    if (practice && event.verb() == LearningVerb.APPROVED) {
      earning.putIfAbsent(event.submissionId(), event);
    } else if (practice && event.verb() == LearningVerb.REJECTED) {
      earning.remove(event.submissionId());
    } else if (!practice
        && event.verb() == LearningVerb.COMPLETED
        && (event.score() == null || event.score() >= 0.6)) {
      earning.putIfAbsent(event.activityId(), event);
    }
  }

  private BigDecimal credits(LearningEvent event) {
    Object worth = activities.get(event.activityId()).get("credits");
    if (worth instanceof List<?> dated) {
      LocalDate day = Instant.ofEpochMilli(event.occurredAt()).atZone(History.ZONE).toLocalDate();
      for (Object entry : dated) {
        Map<?, ?> version = (Map<?, ?>) entry;
        if (!LocalDate.parse((String) version.get("from")).isAfter(day)) {
          worth = version.get("value");
        }
      }
    }
    return new BigDecimal(worth.toString());
  }

  private static Map<?, ?> ruleBook(Instant end) {
    try {
      String text = SampleRuleBook.text(end);
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
