package org.cordon.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

class GatewayArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cordon.gateway");

  @Test
  void thePackagesDependOnEachOtherOnlyThroughWhatIsPublicAndInNoCircle() {
    ApplicationModules.of(GatewayApplication.class).verify();
  }

  @Test
  void onlyRoutesAndSignInSpeakToOthersOverHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..routes..", "..signin..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.springframework.http.client..")
        .check(CLASSES);
  }

  @Test
  void theGatewayKeepsNoFilesOfItsOwn() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileOutputStream")
        .because("what is uploaded may never lie on this machine in plain text")
        .check(CLASSES);
  }

  @Test
  void pagesAreHiddenFromTheOtherPackages() {
    classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .and()
        .haveSimpleNameEndingWith("Page")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }
}
