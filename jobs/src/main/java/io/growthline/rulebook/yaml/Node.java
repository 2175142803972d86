package io.growthline.rulebook.yaml;

import java.util.List;

/** A piece of a YAML document with the place where it begins; lines and columns count from 1. */
public sealed interface Node {

  int line();

  int column();

  /** What a scalar is by the YAML 1.2 core schema. Quoted scalars are always text. */
  enum ScalarType {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   */
  record Scalar(int line, int column, ScalarType type, String text) implements Node {}

  record Sequence(int line, int column, List<Node> items) implements Node {}

  /** A mapping; its keys are distinct. Keys that begin with {@code x-} are already left out. */
  record Mapping(int line, int column, List<Entry> entries) implements Node {

    /** The value of a key, or null. */
    public Node get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    public boolean has(String key) {
      return get(key) != null;
    }
  }

  record Entry(Scalar key, Node value) {}

  /** Something whose problem is already told: nothing more is to be said about it. */
  record Broken(int line, int column) implements Node {}
}
