package io.growthline.local.company;

import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everyone whose name is in no story: they are hired, learn, hand in practice, and some leave. */
final class Workforce {

  private static final double PASS_RATE = 0.9;
  private static final double SUBMISSION_RATE = 0.25;
  private static final double REJECTION_RATE = 0.1;
  private static final double NEWCOMER_RATE = 0.1;
  private static final double LEAVER_RATE = 0.02;
  private static final List<String> FORMATS = List.of("video", "case", "article", "live");

  /** Courses by their format in the rule book: mostly people follow what they prefer. */
  private static final Map<String, List<String>> COURSES_BY_FORMAT =
      Map.of(
          "video", List.of("intro-sales", "customer-communication", "lean-advanced"),
          "case", List.of("team-sales-strategy", "key-account"),
          "article", List.of("data-protection", "blockchain"),
          "live", List.of("process", "first-aid"));

  /** Where someone works, and what the courses of that work are. */
  private record Post(String jobId, List<String> teams, List<String> courses) {}

  private static final List<String> COURSES_FOR_ALL =
      List.of(
          "culture",
          "safety",
          "process",
          "data-protection",
          "communication",
          "spreadsheets",
          "english",
          "project-management",
          "first-aid",
          "data-analysis",
          "ai-basics");
  private static final List<String> PRACTICES =
      List.of("cross-department-project", "mentoring", "retrospective", "safety-moment");

  private static final Post OPERATOR =
      new Post(
          "operator",
          List.of("factory-1", "factory-2"),
          List.of(
              "quality-basics",
              "lean-basics",
              "lean-advanced",
              "machine-maintenance",
              "electrical-safety",
              "statistical-quality",
              "robotics"));
  private static final Post SALES_ASSOCIATE =
      new Post(
          "sales-associate",
          List.of("store-east", "store-west"),
          List.of(
              "price-law",
              "intro-sales",
              "customer-communication",
              "merchandising",
              "store-finance",
              "shift-planning",
              "emotion-management"));
  private static final Post SALES_MANAGER =
      new Post(
          "sales-manager",
          List.of("sales-north", "sales-south"),
          List.of(
              "price-law",
              "team-sales-strategy",
              "key-account",
              "negotiation",
              "sales-skills",
              "coaching",
              "lead-a-team"));
  private static final Post ENGINEER =
      new Post(
          "engineer",
          List.of("engineering"),
          List.of("python", "cloud", "blockchain", "robotics", "statistical-quality"));

  /** Half the company works in the factory. */
  private static final List<Post> POSTS =
      List.of(OPERATOR, OPERATOR, OPERATOR, SALES_ASSOCIATE, SALES_MANAGER, ENGINEER);

  private record Worker(Story story, Post post, double hiredDaysBefore) {}

  private final History history;
  private final Names names;
  private final Random random;
  private final List<Worker> workers = new ArrayList<>();

  Workforce(History history, Names names, Random random) {
    this.history = history;
    this.names = names;
    this.random = random;
  }

  /** Hires so many people; some of them within the history, and a few leave. */
  List<Person> hire(int count) {
    for (int i = 0; i < count; i++) {
      Post post = pick(POSTS);
      boolean newcomer = random.nextDouble() < NEWCOMER_RATE;
      double hired = newcomer ? 20 + random.nextInt(500) : History.DAYS + random.nextInt(3000);
      Story story = new Story(person(post, hired), history);
      story.isHired(Math.min(hired, History.DAYS));
      if (random.nextDouble() < LEAVER_RATE) {
        story.leaves(random.nextDouble() * Math.min(hired, History.DAYS));
      } else if (post.equals(OPERATOR) && random.nextDouble() < LEAVER_RATE) {
        story.changesJob(
            random.nextDouble() * Math.min(hired, History.DAYS),
            HrKind.TRANSFERRED,
            ENGINEER.jobId());
      }
      workers.add(new Worker(story, post, hired));
    }
    return workers.stream().map(worker -> worker.story().person()).toList();
  }

  /** Lets them go about their days until the history has so many events. */
  void fillUpTo(int events) {
    while (!workers.isEmpty() && history.records().size() < events) {
      Worker worker = pick(workers);
      if (random.nextDouble() < SUBMISSION_RATE) {
        handsInPractice(worker);
      } else {
        takesPartInCourse(worker);
      }
    }
  }

  private void takesPartInCourse(Worker worker) {
    String course = pick(coursesFor(worker));
    double day = somewhen(worker, random.nextDouble());
    switch (random.nextInt(10)) {
      case 0 -> worker.story().does(day, LearningVerb.VIEWED, course);
      case 1 -> worker.story().does(day, LearningVerb.PROGRESSED, course);
      case 2 -> worker.story().does(day, LearningVerb.ENROLLED, course);
      case 3 -> worker.story().does(day, LearningVerb.WITHDRAWN, course);
      default -> worker.story().completes(day, course, score());
    }
  }

  private List<String> coursesFor(Worker worker) {
    List<String> choice = random.nextBoolean() ? COURSES_FOR_ALL : worker.post().courses();
    String preferred = worker.story().person().preferredFormats().get(0);
    List<String> inFormat =
        choice.stream().filter(COURSES_BY_FORMAT.get(preferred)::contains).toList();
    return inFormat.isEmpty() || random.nextInt(5) == 0 ? choice : inFormat;
  }

  private void handsInPractice(Worker worker) {
    boolean factory = worker.post().equals(OPERATOR);
    String practice = factory && random.nextInt(4) > 0 ? "workshop-case" : pick(PRACTICES);
    // More and more as the months go by: the last third sees more than twice as many as the first.
    double day = somewhen(worker, 1 - Math.sqrt(random.nextDouble()));
    String submission = worker.story().submits(day, practice);
    double reviewed = day * random.nextDouble();
    if (random.nextDouble() < REJECTION_RATE) {
      worker.story().rejects(reviewed, practice, submission);
    } else {
      worker.story().approves(reviewed, practice, submission);
    }
  }

  private Person person(Post post, double hiredDaysBefore) {
    Names.Name called = names.next();
    return new Person(
        called.id(),
        called.latin(),
        called.chinese(),
        post.jobId(),
        pick(post.teams()),
        history.dayAt(hiredDaysBefore),
        List.of(pick(FORMATS)));
  }

  /** Two decimals, as learning platforms report it; null where there was no test. */
  private Double score() {
    if (random.nextInt(3) == 0) {
      return null;
    }
    double score =
        random.nextDouble() < PASS_RATE
            ? 0.6 + 0.4 * random.nextDouble()
            : 0.6 * random.nextDouble();
    return Math.round(score * 100) / 100d;
  }

  private static double somewhen(Worker worker, double share) {
    return share * Math.min(worker.hiredDaysBefore() - 1, History.DAYS - 1);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
