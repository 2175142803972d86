package io.growthline.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A generator that asked the ledger what is right could never show that the ledger is wrong. */
class SampleCompanyIndependenceTest {

  private static final JavaClasses LOCAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.growthline.local");

  @Test
  void theSampleCompanyKnowsNothingOfTheJobs() {
    theyKnowNothingOfTheJobs("io.growthline.local.company..").check(LOCAL);
  }

  @Test
  void theRuleNoticesClassesThatDo() {
    assertThat(theyKnowNothingOfTheJobs("io.growthline.local..").evaluate(LOCAL).hasViolation())
        .isTrue();
  }

  private static ArchRule theyKnowNothingOfTheJobs(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.growthline.ledger..",
            "io.growthline.rulebook..",
            "io.growthline.app..",
            "io.growthline.lake..",
            "io.growthline.ingest..");
  }
}
