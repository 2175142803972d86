package io.growthline.ledger;

import io.growthline.ledger.rules.CompiledRules;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.reference.Revision;

/** The rule book in force, compiled once for all employees of an operator. */
final class PresentRules {

  private CompiledRules compiled;

  /**
   * The rules of a revision.
   *
   * @param revision null: there is none yet
   * @return null if there is none
   */
  CompiledRules of(Revision revision) {
    if (revision == null) {
      return null;
    }
    if (compiled == null || compiled.book().ordinal() != revision.manifest().ordinal()) {
      compiled = new CompiledRules(RuleBooks.from(revision));
    }
    return compiled;
  }
}
