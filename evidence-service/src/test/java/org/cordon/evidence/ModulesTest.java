package org.cordon.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cordon.evidence");

  @Test
  void featuresDependOnEachOtherWithoutCyclesAndOnlyOnWhatIsPublic() {
    ApplicationModules.of(EvidenceServiceApplication.class).verify();
  }

  @Test
  void theWorkerKnowsNothingButTheJdkAndTika() {
    classes()
        .that()
        .resideInAPackage("..extraction.worker..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.xml.sax..",
            "org.apache.tika..",
            "org.jspecify..",
            "org.cordon.evidence.extraction.worker..",
            "org.springframework.modulith")
        .check(CLASSES);
  }

  @Test
  void noParserRunsInTheServiceItself() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..extraction.worker..", "..evidence.print..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.tika..", "org.apache.poi..", "org.apache.pdfbox..")
        .check(CLASSES);
  }

  @Test
  void printsAreWrittenWithLibrariesThatReadNothingThere() {
    noClasses()
        .that()
        .resideInAPackage("..evidence.print..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.tika..", "org.apache.pdfbox", "org.apache.pdfbox.pdfparser..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("org\\.apache\\.poi\\..*(Factory|Extractor|OPCPackage)")
        .check(CLASSES);
  }

  @Test
  void keysAndTheObjectStoreAreTouchedInOnePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..evidence.objects..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minio..", "com.google.crypto.tink", "com.google.crypto.tink.aead..")
        .check(CLASSES);
  }
}
