package io.growthline.recommend.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.Job;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Skill;
import io.growthline.schemas.recommendations.ReasonCode;
import java.util.HashMap;
import java.util.Map;

/** Reasons in words, in English and Chinese; subjects by their titles where they have one. */
final class ReasonTexts {

  /** Tags, grades and the like come from elsewhere: their number is not ours to bound. */
  private static final int MOST_KNOWN = 100_000;

  private record About(ReasonCode code, String subject) {}

  private final RuleBook book;
  private final Map<String, Map<String, String>> goals = new HashMap<>();

  /** A list has dozens of reasons, and most of them were told of others before. */
  private final Map<About, Map<String, String>> known = new HashMap<>();

  ReasonTexts(RuleBook book) {
    this.book = book;
    for (Goal goal : book.goals()) {
      goals.put(goal.id(), goal.versions().latest().titles());
    }
  }

  Map<String, String> of(ReasonCode code, String subject) {
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(new About(code, subject), about -> text(code, subject));
  }

  private Map<String, String> text(ReasonCode code, String subject) {
    return switch (code) {
      case POPULAR -> texts("Many colleagues take it", "许多同事都在学");
      case TAKEN -> about("Goes with %s, which you took", "与您学过的《%s》相配", activity(subject));
      case CLICKED -> about("You looked at %s", "您看过《%s》", activity(subject));
      case INTEREST -> about("You look at courses on %s", "您常看“%s”类课程", plain(subject));
      case JOB -> about("It fits work as %s", "适合岗位“%s”", job(subject));
      case TENURE -> about("It fits so long a time as %s", "适合“%s”岗位上的工龄", job(subject));
      case GRADE -> about("It fits grade %s", "适合职级“%s”", plain(subject));
      case FORMAT -> about("It suits your preference for %s", "符合您偏好的形式：%s", format(subject));
      case GOAL -> about("It brings you nearer to %s", "有助于实现目标“%s”", goal(subject));
      case SKILL_GAP ->
          about("Your job, or the next, asks for %s", "当前或下一岗位需要技能“%s”", skill(subject));
      case DEMAND -> about("The company needs more %s", "公司需要更多“%s”人才", skill(subject));
      case NEEDED_FIRST -> about("You need it before %s", "学习《%s》之前需先完成", activity(subject));
      case OTHER, UNKNOWN -> texts("Several smaller reasons", "其他原因");
    };
  }

  private static Map<String, String> about(String en, String zh, Map<String, String> subject) {
    String english = subject.getOrDefault("en", subject.values().iterator().next());
    return texts(en.formatted(english), zh.formatted(subject.getOrDefault("zh", english)));
  }

  private static Map<String, String> texts(String en, String zh) {
    return Map.of("en", en, "zh", zh);
  }

  private static Map<String, String> plain(String subject) {
    return Map.of("en", subject);
  }

  private Map<String, String> activity(String id) {
    Activity activity = book.activity(id);
    return activity == null ? plain(id) : activity.versions().latest().titles();
  }

  private Map<String, String> job(String id) {
    Job job = book.jobs().get(id);
    return job == null ? plain(id) : job.versions().latest().titles();
  }

  private Map<String, String> skill(String id) {
    Skill skill = book.skills().get(id);
    return skill == null ? plain(id) : skill.versions().latest().titles();
  }

  private Map<String, String> goal(String id) {
    return goals.getOrDefault(id, plain(id));
  }

  private static Map<String, String> format(String id) {
    return switch (id) {
      case "video" -> texts("video", "视频");
      case "case" -> texts("cases", "案例");
      case "article" -> texts("articles", "文章");
      case "live" -> texts("live sessions", "直播");
      case "hands-on" -> texts("hands-on work", "实操");
      default -> plain(id);
    };
  }
}
