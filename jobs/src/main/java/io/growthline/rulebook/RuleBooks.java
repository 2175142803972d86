package io.growthline.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Json;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Builds the typed rule book out of a revision's definitions, wherever they came from. */
public final class RuleBooks {

  /** Spans in days, months and years are compared by where they lead from here. */
  private static final LocalDate REFERENCE = LocalDate.of(2001, 1, 1);

  private final Map<Section, NavigableMap<String, NavigableMap<Integer, Parsed>>> bySection =
      new LinkedHashMap<>();
  private final NavigableSet<Integer> changeDays = new TreeSet<>();

  private record Parsed(Definition definition, JsonNode json) {}

  private RuleBooks(List<Definition> definitions) {
    for (Definition definition : definitions) {
      JsonNode json = Json.parse(definition.definition());
      int from = definition.fromDate() == null ? Versions.START : definition.fromDate();
      bySection
          .computeIfAbsent(definition.section(), section -> new TreeMap<>())
          .computeIfAbsent(definition.id(), id -> new TreeMap<>())
          .put(from, new Parsed(definition, json));
      addChangeDays(definition, json);
    }
  }

  /**
   * Builds the typed rule book.
   *
   * @throws IllegalArgumentException if the definitions are not those of a valid rule book; cannot
   *     happen with what {@link RuleBookFile} read without errors
   */
  public static RuleBook from(Revision revision) {
    try {
      return new RuleBooks(revision.definitions()).build(revision.manifest());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("not a valid rule book: " + e.getMessage(), e);
    }
  }

  private RuleBook build(RevisionManifest manifest) {
    JsonNode scheme = anyScheme();
    Versions<SchemeTerms> schemes =
        new Versions<>(terms(onlyScheme(), parsed -> SchemeReader.terms(parsed.json())));
    Map<String, Activity> activities =
        read(Section.ACTIVITIES, p -> ActivityReader.read(p.definition(), p.json()), Activity::new);
    Map<String, Goal> goals =
        read(Section.GOALS, p -> GoalReader.read(p.definition().id(), p.json()), Goal::new);
    return new RuleBook(
        manifest.ordinal(),
        manifest.contentHash(),
        onlyScheme().firstEntry().getValue().definition().id(),
        JsonValues.required(scheme, "zone", zone -> ZoneId.of(zone.asText())),
        SchemeReader.period(scheme),
        SchemeReader.forgivesNegativeBalance(scheme),
        longest(SchemeReader.history(scheme), schemes, activities),
        schemes,
        activities,
        List.copyOf(goals.values()),
        read(
            Section.REWARDS,
            p -> CatalogueReader.reward(p.definition().id(), p.json()),
            Reward::new),
        read(Section.JOBS, p -> CatalogueReader.job(p.definition().id(), p.json()), Job::new),
        read(
            Section.METRICS,
            p -> CatalogueReader.metric(p.definition().id(), p.json()),
            (id, versions) -> new Metric(id, versions.latest())),
        read(
            Section.SKILLS,
            p -> CatalogueReader.demandedSkill(p.definition().id(), p.json()),
            Skill::new),
        changeDays);
  }

  private NavigableMap<Integer, Parsed> onlyScheme() {
    NavigableMap<String, NavigableMap<Integer, Parsed>> schemes = bySection.get(Section.SCHEMES);
    if (schemes == null || schemes.size() != 1) {
      throw new IllegalArgumentException("a rule book has exactly one scheme");
    }
    return schemes.firstEntry().getValue();
  }

  /** The keys that cannot be dated are the same in every definition of the scheme. */
  private JsonNode anyScheme() {
    return onlyScheme().firstEntry().getValue().json();
  }

  private <T, R> Map<String, R> read(
      Section section, Function<Parsed, T> reader, BiFunction<String, Versions<T>, R> maker) {
    Map<String, R> read = new TreeMap<>();
    bySection
        .getOrDefault(section, new TreeMap<>())
        .forEach(
            (id, byFrom) -> read.put(id, maker.apply(id, new Versions<>(terms(byFrom, reader)))));
    return Collections.unmodifiableMap(read);
  }

  private static <T> Map<Integer, T> terms(
      Map<Integer, Parsed> byFrom, Function<Parsed, T> reader) {
    Map<Integer, T> terms = new TreeMap<>();
    byFrom.forEach((from, parsed) -> terms.put(from, reader.apply(parsed)));
    return terms;
  }

  private void addChangeDays(Definition definition, JsonNode json) {
    if (definition.fromDate() != null) {
      changeDays.add(definition.fromDate());
    }
    JsonNode offered = json.path("offered");
    for (String end : List.of("from", "until")) {
      Integer day = JsonValues.optional(offered, end, JsonValues::day);
      if (day != null) {
        changeDays.add(day);
      }
    }
  }

  /** The history reaches back over every expiry and every {@code every}, even by default. */
  private static Span longest(
      Span history, Versions<SchemeTerms> schemes, Map<String, Activity> activities) {
    List<Span> spans = new ArrayList<>();
    spans.add(history);
    for (int day : schemes.fromDays()) {
      spans.add(schemes.at(day).expiry());
    }
    for (Activity activity : activities.values()) {
      for (int day : activity.versions().fromDays()) {
        spans.add(activity.versions().at(day).repeat().every());
      }
    }
    Span longest = history;
    for (Span span : spans) {
      if (span != null && span.after(REFERENCE).isAfter(longest.after(REFERENCE))) {
        longest = span;
      }
    }
    return longest;
  }
}
