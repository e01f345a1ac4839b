package org.cordon.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cordon.search");

  @Test
  void packagesKeepToTheirBordersAndFormNoCircle() {
    ApplicationModules.of(SearchServiceApplication.class).verify();
  }

  @Test
  void failuresOfElasticsearchAreHandledInOnePlaceSoThatNoneIsLoggedWithWords() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cordon.search.index")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("co.elastic.clients.elasticsearch._types.ElasticsearchException")
        .check(CLASSES);
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .doNotHaveSimpleName("Elasticsearch")
        .should()
        .haveRawType(ElasticsearchClient.class)
        .check(CLASSES);
  }

  @Test
  void noQueryLanguageOfElasticsearchTakesWhatPeopleType() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveSimpleName("QueryStringQuery")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("SimpleQueryStringQuery")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("WrapperQuery")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("MatchPhrasePrefixQuery")
        .check(CLASSES);
  }
}
