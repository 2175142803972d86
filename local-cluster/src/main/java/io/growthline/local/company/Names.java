package io.growthline.local.company;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Invents names, Chinese and English, and makes an unused employee id of each. */
final class Names {

  /** Latin spelling and Chinese characters. */
  private record Part(String latin, String chinese) {}

  private static final List<Part> FAMILY =
      parts(
          "Wang 王 Li 李 Zhang 张 Liu 刘 Chen 陈 Yang 杨 Huang 黄 Zhao 赵 Wu 吴 Zhou 周 Xu 徐 Sun 孙 Ma 马"
              + " Zhu 朱 Hu 胡 Guo 郭 He 何 Gao 高 Lin 林 Luo 罗 Zheng 郑 Liang 梁 Xie 谢 Song 宋 Tang 唐");
  private static final List<Part> GIVEN =
      parts(
          "Wei 伟 Fang 芳 Na 娜 Min 敏 Jing 静 Li 丽 Qiang 强 Lei 磊 Jun 军 Yang 洋 Yong 勇 Yan 艳 Jie 杰"
              + " Juan 娟 Tao 涛 Ming 明 Chao 超 Xia 霞 Ping 平 Gang 刚 Hui 慧 Bo 波 Ting 婷 Kai 凯 Xue 雪");
  private static final List<String> ENGLISH_GIVEN =
      List.of(
          "Emma", "James", "Olivia", "David", "Sophie", "Daniel", "Grace", "Thomas", "Lucy",
          "Peter");
  private static final List<String> ENGLISH_FAMILY =
      List.of(
          "Smith", "Jones", "Taylor", "Brown", "Wilson", "Evans", "Walker", "Wright", "Hall",
          "Clarke");

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  Names(Random random) {
    this.random = random;
  }

  /** A name and the id made of it. */
  record Name(String id, String latin, String chinese) {}

  /** Marks a name as taken and gives its id. */
  Name named(String latin, String chinese) {
    String wanted = latin.toLowerCase(Locale.ROOT).replace(' ', '-');
    String id = wanted;
    for (int n = 2; !taken.add(id); n++) {
      id = wanted + "-" + n;
    }
    return new Name(id, latin, chinese);
  }

  /** Another name: four of five are Chinese. */
  Name next() {
    if (random.nextInt(5) == 0) {
      return named(pick(ENGLISH_GIVEN) + " " + pick(ENGLISH_FAMILY), null);
    }
    Part family = pick(FAMILY);
    Part given = pick(GIVEN);
    return named(family.latin + " " + given.latin, family.chinese + given.chinese);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static List<Part> parts(String pairs) {
    String[] words = pairs.split(" ", -1);
    return java.util.stream.IntStream.range(0, words.length / 2)
        .mapToObj(i -> new Part(words[2 * i], words[2 * i + 1]))
        .toList();
  }
}
