package io.growthline.local.audit;

/** Ends the look at one employee's rows at the first that is wrong. */
final class BadRowException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  BadRowException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
