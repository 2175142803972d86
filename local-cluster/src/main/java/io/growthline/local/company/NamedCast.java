package io.growthline.local.company;

import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.ArrayList;
import java.util.List;

/**
 * The people whose stories show what the business asks for: each case with someone it happens to
 * and someone who just misses it. Amounts follow from the sample rule book.
 */
final class NamedCast {

  private static final double BEFORE_ALL = History.DAYS;
  private static final String[] ONBOARDING = {"culture", "safety", "process"};

  /** 14 credits: everything required of an operator. */
  private static final String[] OPERATOR_BASE = {
    "culture", "safety", "process", "data-protection", "quality-basics"
  };

  /** 63.5 credits on top of the base, for operators who mean to lead. */
  private static final String[] OPERATOR_COURSES = {
    "lean-basics",
    "lean-advanced",
    "communication",
    "machine-maintenance",
    "electrical-safety",
    "first-aid",
    "spreadsheets",
    "statistical-quality",
    "project-management",
    "robotics",
    "english",
    "cloud",
    "coaching",
    "lead-a-team"
  };

  /** 44 credits: everything required of an engineer, and ten courses. */
  private static final String[] ENGINEER_COURSES = {
    "culture",
    "safety",
    "process",
    "data-protection",
    "data-analysis",
    "python",
    "ai-basics",
    "cloud",
    "blockchain",
    "project-management",
    "english",
    "spreadsheets",
    "communication",
    "negotiation"
  };

  private final History history;
  private final Names names;
  private final List<Person> people = new ArrayList<>();

  NamedCast(History history, Names names) {
    this.history = history;
    this.names = names;
  }

  /** Tells all stories and gives the people in them. */
  List<Person> tell() {
    newcomersAreConfirmedInPost();
    workshopCasesEarnOnApproval();
    progressTowardsCertification();
    promotionToSupervisor();
    promotionToStoreManager();
    salaryStep();
    creditsWeighedByNeed();
    whatGoesWrong();
    coursesThatFit();
    return people;
  }

  private void newcomersAreConfirmedInPost() {
    newcomer("Zhang Min", "张敏", 60).earns(55, 6, ONBOARDING);
    newcomer("Chen Yu", "陈宇", 40)
        .completes(35, "culture", null)
        .completes(20, "process", null)
        .completes(5, "safety", 0.59);
    newcomer("James Brown", null, 200)
        .earns(190, 150, "culture", "safety")
        .achieves(100, "process");
  }

  private void workshopCasesEarnOnApproval() {
    Story sunHao = veteran("Sun Hao", "孙浩", "operator", "factory-1");
    double monthStart = history.daysBeforeOfMonthStart(3);
    for (int day = 1; day <= 5; day++) {
      sunHao.achieves(monthStart - 3 * day, "workshop-case");
    }
    String twice = sunHao.submits(30, "workshop-case");
    sunHao.approves(29, "workshop-case", twice).approves(28, "workshop-case", twice);

    Story zhouJie = veteran("Zhou Jie", "周杰", "operator", "factory-2");
    for (int day = 3; day > 0; day--) {
      zhouJie.submits(day * 7, "workshop-case");
    }
    zhouJie.completes(2, "workshop-case", null);
  }

  private void progressTowardsCertification() {
    veteran("Li Na", "李娜", "operator", "factory-1")
        .earns(500, 300, OPERATOR_BASE)
        .earns(290, 90, "lean-basics", "communication", "machine-maintenance", "electrical-safety")
        .earns(85, 20, "first-aid", "spreadsheets", "statistical-quality", "project-management")
        .earns(280, 60, "workshop-case*5", "mentoring*2")
        .earns(15, 0.2, "safety-moment*2", "english", "robotics");
    String[] towardsHundred = {
      "lean-basics",
      "lean-advanced",
      "communication",
      "machine-maintenance",
      "electrical-safety",
      "first-aid",
      "spreadsheets",
      "statistical-quality",
      "project-management",
      "robotics",
      "english"
    };
    veteran("Liu Yang", "刘洋", "operator", "factory-2")
        .earns(520, 470, OPERATOR_BASE)
        .earns(460, 330, towardsHundred)
        .earns(450, 320, "workshop-case*8")
        .earns(318, 310, "safety-moment*2")
        .redeems(200, "leave-day");
    veteran("He Jing", "何静", "operator", "factory-2")
        .earns(520, 470, OPERATOR_BASE)
        .earns(460, 130, towardsHundred)
        .earns(450, 120, "workshop-case*8")
        .achieves(110, "safety-moment")
        .redeems(100, "leave-day");
    veteran("Ma Chao", "马超", "engineer", "engineering")
        .earns(540, 400, ENGINEER_COURSES)
        .earns(395, 330, "leadership-programme", "lead-a-team", "coaching", "conflict-resolution")
        .earns(320, 310, "shift-planning", "performance-talks")
        .earns(500, 45, "cross-department-project*20")
        .earns(495, 40, "mentoring*20")
        .earns(300, 50, "workshop-case*4");
  }

  private void promotionToSupervisor() {
    operatorWhoMeansToLead("Wang Wei", "王伟", 150)
        .earns(540, 520, OPERATOR_BASE)
        .changesJob(100, HrKind.PROMOTED, "supervisor");
    operatorWhoMeansToLead("Zhao Lei", "赵磊", 90)
        .earns(540, 520, "culture", "safety", "process", "data-protection")
        .achieves(80, "mentoring");
    veteran("Huang Lei", "黄磊", "operator", "factory-1")
        .earns(540, 520, OPERATOR_BASE)
        .earns(515, 300, OPERATOR_COURSES)
        .earns(510, 310, "workshop-case*5", "cross-department-project*4")
        .achieves(70, "leadership-programme");
    losesWhatARejectionTakesBack();
  }

  /** Reaches 151.5 with a piece of mentoring that is rejected in the end: 148.5, and lost. */
  private void losesWhatARejectionTakesBack() {
    Story yangFan =
        veteran("Yang Fan", "杨帆", "operator", "factory-1")
            .earns(540, 520, OPERATOR_BASE)
            .earns(515, 160, OPERATOR_COURSES)
            .earns(510, 140, "workshop-case*10")
            .earns(505, 120, "cross-department-project*3", "mentoring");
    String withdrawn = yangFan.submits(400, "mentoring");
    yangFan.approves(399, "mentoring", withdrawn).rejects(30, "mentoring", withdrawn);
  }

  private Story operatorWhoMeansToLead(String name, String chinese, double lastDay) {
    return veteran(name, chinese, "operator", "factory-1")
        .earns(515, lastDay + 40, OPERATOR_COURSES)
        .earns(510, lastDay + 20, "workshop-case*10")
        .earns(505, lastDay, "cross-department-project*3", "mentoring*2");
  }

  private void promotionToStoreManager() {
    Story xuJing = salesAssociate("Xu Jing", "徐静");
    xuJing.earns(500, 60, "cross-department-project*10").earns(490, 50, "mentoring*8");
    xuJing.achieves(25, "robotics");

    Story gaoFeng = salesAssociate("Gao Feng", "高峰");
    gaoFeng.achieves(530, "safety-moment");
    gaoFeng.earns(500, 60, "cross-department-project*10").earns(490, 50, "mentoring*8");
  }

  /** 116 credits, 60 of them for leading a team. */
  private Story salesAssociate(String name, String chinese) {
    return veteran(name, chinese, "sales-associate", "store-east")
        .earns(540, 520, "culture", "safety", "process", "data-protection", "price-law")
        .earns(515, 400, "communication", "intro-sales", "customer-communication", "sales-skills")
        .earns(395, 300, "negotiation", "store-finance", "merchandising", "spreadsheets")
        .earns(290, 200, "english", "first-aid", "project-management", "emotion-management")
        .earns(280, 210, "cloud", "lead-a-team", "coaching", "conflict-resolution")
        .earns(205, 90, "shift-planning", "performance-talks", "leadership-programme");
  }

  private void salaryStep() {
    Story guoYing = veteran("Guo Ying", "郭英", "engineer", "engineering");
    guoYing
        .earns(540, 300, ENGINEER_COURSES)
        .earns(500, 60, "cross-department-project*8", "mentoring*8")
        .earns(40, 12, "retrospective*2");
    guoYing.cancels(25, guoYing.requests(30, "leave-day"));
    veteran("Emma Smith", null, "engineer", "engineering")
        .earns(540, 300, ENGINEER_COURSES)
        .earns(500, 60, "cross-department-project*8", "mentoring*8")
        .achieves(50, "retrospective")
        .earns(45, 8, "safety-moment*7");
  }

  private void creditsWeighedByNeed() {
    veteran("David Jones", null, "engineer", "engineering")
        .achieves(300, "data-analysis")
        .achieves(250, "cross-department-project");
    veteran("Lin Tao", "林涛", "engineer", "engineering")
        .achieves(80, "data-analysis")
        .achieves(75, "cross-department-project");
  }

  private void whatGoesWrong() {
    Story wuGang = veteran("Wu Gang", "吴刚", "engineer", "engineering");
    LearningEvent copied = wuGang.completion(220, "english", 0.95);
    wuGang.voids(180, copied).achieves(170, "spreadsheets").achieves(160, "machine-maintenance");

    Story tomMiller = veteran("Tom Miller", null, "sales-manager", "sales-north");
    tomMiller.achieves(250, "key-account").leaves(240).completes(230, "negotiation", 0.9);

    Story soldTwice = veteran("Song Yan", "宋艳", "sales-manager", "sales-south");
    soldTwice.achieves(140, "team-sales-strategy").achieves(60, "team-sales-strategy");
    soldTwice.does(30, LearningVerb.ENROLLED, "key-account");
  }

  /** Two of whom only the profile is known, and one who looks around. */
  private void coursesThatFit() {
    story("Ding Xia", "丁夏", "sales-associate", "store-west", 365, "video").isHired(365);
    story("Cao Ming", "曹明", "sales-manager", "sales-north", 5 * 365, "case").isHired(BEFORE_ALL);
    veteran("Tang Xin", "唐欣", "engineer", "engineering")
        .achieves(400, "safety")
        .does(3, LearningVerb.VIEWED, "blockchain")
        .does(2, LearningVerb.VIEWED, "blockchain")
        .does(1, LearningVerb.VIEWED, "blockchain");
  }

  private Story newcomer(String name, String chinese, int hiredDaysBefore) {
    return story(name, chinese, "operator", "factory-2", hiredDaysBefore).isHired(hiredDaysBefore);
  }

  /** Someone who was there before the history begins. */
  private Story veteran(String name, String chinese, String job, String team) {
    int hiredDaysBefore = History.DAYS + 400 + 37 * people.size();
    return story(name, chinese, job, team, hiredDaysBefore).isHired(BEFORE_ALL);
  }

  private Story story(String name, String chinese, String job, String team, int hiredDaysBefore) {
    return story(name, chinese, job, team, hiredDaysBefore, "video");
  }

  private Story story(
      String name, String chinese, String job, String team, int hiredDaysBefore, String format) {
    Names.Name called = names.named(name, chinese);
    Person person =
        new Person(
            called.id(),
            called.latin(),
            called.chinese(),
            job,
            team,
            history.dayAt(hiredDaysBefore),
            List.of(format));
    people.add(person);
    return new Story(person, history);
  }
}
