package io.growthline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, as sentences. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.growthline");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("io.growthline");

  private static final ArchRule RULES_KNOW_NO_FLINK =
      noClasses()
          .that()
          .resideInAnyPackage("..ledger.rules..", "..features.rules..", "..recommend.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.parquet..");

  @Test
  void rulesKnowNoFlink() {
    RULES_KNOW_NO_FLINK.check(PRODUCT);
  }

  @Test
  void modelsKnowNoFlinkAndNoOtherRoom() {
    noClasses()
        .that()
        .resideInAnyPackage("..recommend.rules..", "..training.fit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.flink..",
            "io.growthline.ledger..",
            "io.growthline.ingest..",
            "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void onlyFittingKnowsSmile() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.growthline.training.fit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("smile..")
        .check(PRODUCT);
  }

  @Test
  void trainingKnowsOnlyVectorsAndWhatTheyAreScoredBy() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.growthline.ledger..",
            "io.growthline.features..",
            "io.growthline.ingest..",
            "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void aRuleThatUsesFlinkIsFound() {
    ArchRule sameForTheOperator =
        noClasses()
            .that()
            .haveSimpleName("LedgerFunction")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..");
    assertThat(sameForTheOperator.evaluate(PRODUCT).hasViolation()).isTrue();
  }

  @Test
  void theTypedRuleBookKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.rulebook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.growthline.ledger..", "io.growthline.ingest..", "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void theLedgerKnowsOnlyTheRuleBookAndTheContract() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.growthline.ingest..", "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void featuresKnowOnlyTheRuleBookTheContractAndWhatAllRoomsShare() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.features..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.growthline.ledger..", "io.growthline.ingest..", "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void inputsAreReadWithoutKnowingTheLedger() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.growthline.ledger..")
        .check(PRODUCT);
  }

  @Test
  void whatAllRoomsTellOfFactsKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.growthline.ledger..",
            "io.growthline.ingest..",
            "io.growthline.rulebook..",
            "io.growthline.lake..")
        .check(PRODUCT);
  }

  @Test
  void nothingKnowsTheEntryClasses() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.growthline.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.growthline.app..")
        .check(PRODUCT);
  }

  @Test
  void onlyTheEdgesTouchConnectors() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.growthline.app..", "io.growthline.ingest..", "io.growthline.lake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink.connector..", "org.apache.parquet..")
        .check(PRODUCT);
  }

  @Test
  void theOracleSharesNothingWithTheLedger() {
    noClasses()
        .that()
        .resideInAPackage("io.growthline.oracle..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.growthline.ledger..")
        .check(TESTS);
  }

  @Test
  void testsUseNoJunit4() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit", "org.junit.rules..", "org.junit.runner..")
        .check(TESTS);
  }

  @Test
  void stateAndEdgeRecordsOfTheLedgerArePublic() {
    classes()
        .that()
        .resideInAPackage("..ledger.rules..")
        .and()
        .areRecords()
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("Figures")
        .and()
        .doNotHaveSimpleName("NearestGoal")
        .and()
        .doNotHaveSimpleName("Offering")
        .should()
        .bePublic()
        .check(PRODUCT);
  }
}
