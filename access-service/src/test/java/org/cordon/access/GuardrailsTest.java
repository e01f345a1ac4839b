package org.cordon.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

class GuardrailsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cordon.access");
  private static final Path SOURCES = Path.of("src/main");

  @Test
  void theFeaturesDependOnEachOtherInOneDirection() {
    ApplicationModules.of(AccessServiceApplication.class).verify();
  }

  @Test
  void thePolicyEngineIsReachedThroughOneFacadeOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cordon.access.policies")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.cedarpolicy..")
        .check(CLASSES);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    noFields().should().beAnnotatedWith(Value.class).check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(it -> !it.isAnnotatedWith(NullMarked.class)))
        .isEmpty();
  }

  @Test
  void onlyTheLedgerTouchesItsTable() throws IOException {
    assertThat(javaFiles("ledger_entries")).allMatch(file -> file.contains("/access/ledger/"));
  }

  @Test
  void onlyTheSequencersFeatureTouchesTheTreeAndTheCheckpoints() throws IOException {
    for (String table : List.of("ledger_tiles", "ledger_checkpoints")) {
      assertThat(javaFiles(table)).allMatch(file -> file.contains("/access/checkpoints/"));
    }
  }

  @Test
  void theLedgerIsNeverUpdatedOrDeletedFrom() throws IOException {
    for (String table : List.of("entries", "positions", "tiles", "checkpoints")) {
      assertThat(javaFiles("update ledger_" + table)).isEmpty();
      assertThat(javaFiles("delete from ledger_" + table)).isEmpty();
    }
  }

  private static List<String> javaFiles(String containing) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> read(file).contains(containing))
          .map(Path::toString)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
