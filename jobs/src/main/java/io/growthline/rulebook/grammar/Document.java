package io.growthline.rulebook.grammar;

import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.List;
import java.util.Map;

/**
 * What a file says.
 *
 * @param entries its definitions in file order, as far as they could be read
 * @param sections the value of each section that the file has
 */
public record Document(List<Entry> entries, Map<Section, Node> sections) {

  /** The definitions of one section. */
  public List<Entry> of(Section section) {
    return entries.stream().filter(entry -> entry.section() == section).toList();
  }
}
