package org.cordon.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.stack.demo.DemoManifest.Document;
import org.cordon.stack.demo.DemoManifest.Person;
import org.junit.jupiter.api.Test;

class DemoManifestTest {
  private static final DemoManifest DEMO = DemoManifest.bundled();
  private static final Set<String> ROLES =
      Set.of(
          "LEAD_REVIEWER",
          "REVIEW_TEAM_MEMBER",
          "APPROVING_OFFICER",
          "LEGAL_ADVISER",
          "BUSINESS_MANAGER",
          "CASE_GROUP_MEMBER",
          "FAMILY_LIAISON",
          "BOARD_MEMBER",
          "FAMILY_MEMBER",
          "AUDITOR");

  @Test
  void everyFileIsThereAndNoneIsLeftOver() throws IOException {
    var folder = Path.of("src/main/resources/demo");
    try (Stream<Path> files = Files.walk(folder)) {
      var there =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .filter(name -> name.contains("/"))
              .collect(Collectors.toSet());
      assertThat(DEMO.documents())
          .extracting(Document::file)
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void thereAreTwoReviewsOfRealSize() {
    assertThat(DEMO.cases()).hasSize(2);
    assertThat(documents("rowan")).hasSizeGreaterThanOrEqualTo(34);
    assertThat(documents("linnet")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(DEMO.documents().stream().mapToInt(d -> DEMO.content(d).length).sum())
        .isLessThan(6_000_000);
  }

  @Test
  void thereAreAtLeastElevenFormatsByContent() throws IOException {
    var formats = new TreeSet<String>();
    for (var document : DEMO.documents()) {
      formats.add(DemoFormat.of(DEMO.content(document)));
    }

    assertThat(formats)
        .containsExactlyInAnyOrder(
            "csv",
            "docx",
            "eml",
            "html",
            "msg",
            "odt",
            "pdf",
            "pdf of pictures",
            "png",
            "rtf",
            "txt",
            "xlsx",
            "zip");
  }

  @Test
  void everyNameThatIsReferredToIsThere() {
    var cases = DEMO.cases().stream().map(DemoManifest.Case::key).collect(Collectors.toSet());
    var people = DEMO.people().stream().map(Person::key).collect(Collectors.toSet());
    var agencies =
        DEMO.agencies().stream()
            .flatMap(agency -> agency.cases().stream().map(c -> c + "/" + agency.key()))
            .collect(Collectors.toSet());

    for (var person : DEMO.people()) {
      for (var place : person.cases()) {
        assertThat(cases).contains(place.caseKey());
        assertThat(ROLES).containsAll(place.roles());
        if (place.agency() != null) {
          assertThat(agencies).contains(place.caseKey() + "/" + place.agency());
        }
      }
    }
    for (var document : DEMO.documents()) {
      assertThat(cases).contains(document.caseKey());
      assertThat(people).contains(document.uploadedBy()).containsAll(document.accountsOf());
      assertThat(LocalDate.parse(document.date())).isAfter(LocalDate.of(2023, 12, 31));
      for (var agency : Arrays.asList(document.agency(), document.originator())) {
        if (agency != null) {
          assertThat(agencies).contains(document.caseKey() + "/" + agency);
        }
      }
    }
  }

  @Test
  void everyRoleIsFilledInTheFirstCaseFromSixAgencies() {
    var places = places("rowan").toList();

    assertThat(places.stream().flatMap(place -> place.roles().stream()).collect(Collectors.toSet()))
        .isEqualTo(ROLES);
    assertThat(count("rowan", "REVIEW_TEAM_MEMBER")).isGreaterThanOrEqualTo(6);
    assertThat(count("rowan", "CASE_GROUP_MEMBER")).isGreaterThanOrEqualTo(4);
    assertThat(count("rowan", "FAMILY_MEMBER")).isBetween(2L, 3L);
    assertThat(count("rowan", "BUSINESS_MANAGER")).isEqualTo(1);
    assertThat(
            places.stream()
                .map(place -> String.valueOf(place.agency()))
                .filter(agency -> !agency.equals("null"))
                .collect(Collectors.toSet()))
        .hasSize(6);
  }

  @Test
  void theTwoCasesShareSomePeopleAndNotAll() {
    var first = members("rowan");
    var second = members("linnet");
    var both = new HashSet<>(first);
    both.retainAll(second);

    assertThat(both).isNotEmpty().isNotEqualTo(first).isNotEqualTo(second);
    assertThat(DEMO.people())
        .filteredOn(person -> person.organisationRoles().contains("administrator"))
        .singleElement()
        .satisfies(person -> assertThat(person.cases()).isEmpty());
  }

  @Test
  void whoeverUploadsMayUploadInThatCase() {
    var may = Set.of("LEAD_REVIEWER", "REVIEW_TEAM_MEMBER", "BUSINESS_MANAGER");
    for (var document : DEMO.documents()) {
      var roles =
          DEMO.findPerson(document.uploadedBy()).orElseThrow().cases().stream()
              .filter(place -> place.caseKey().equals(document.caseKey()))
              .flatMap(place -> place.roles().stream());
      assertThat(roles).as(document.file()).anyMatch(may::contains);
    }
  }

  @Test
  void everyTextSaysThatItIsInvented() throws IOException {
    for (var document : DEMO.documents()) {
      switch (DemoFormat.of(DEMO.content(document))) {
        case "txt", "csv", "html", "eml", "rtf" ->
            assertThat(text(document)).as(document.file()).contains(DEMO.notice());
        case "docx", "odt", "xlsx", "zip" ->
            assertThat(DemoFormat.unzipped(DEMO.content(document)))
                .as(document.file())
                .contains(DEMO.notice());
        case "msg" ->
            assertThat(new String(DEMO.content(document), StandardCharsets.UTF_16LE))
                .contains(DEMO.notice());
        case "pdf", "pdf of pictures", "png" -> {
          // Drawn on every page by the maker of pages: see the next test.
        }
        default -> throw new AssertionError(document.file());
      }
    }
  }

  /** The footer stands in the one template from which all pages are made. */
  @Test
  void everyPageIsMadeFromTheTemplateWithTheNotice() throws IOException {
    var template = Files.readString(Path.of("src/demo/make/text.py"));

    assertThat(template).contains("NOTICE = \"" + DEMO.notice() + "\"");
    assertThat(template).contains("<style:footer><text:p text:style-name=\"HF\">{NOTICE}");
  }

  @Test
  void theSecondCaseHasWordsThatTheFirstHasNot() throws IOException {
    var words =
        List.of("narrowboat", "lock-keeper", "pennywort", "towpath", "castell", "greyhound");
    assertThat(sources("linnet")).contains(words);
    assertThat(sources("rowan")).doesNotContain(words.toArray(CharSequence[]::new));
  }

  @Test
  void nothingInItCouldBeDialledOrWrittenTo() throws IOException {
    var text =
        sources("rowan") + sources("linnet") + Files.readString(Path.of("src/demo/cast.json"));

    assertThat(text.replaceAll("(01632 960\\d{3}|07700 900\\d{3})", ""))
        .doesNotContainPattern("\\b0\\d{3,4} \\d{6}\\b")
        .doesNotContainPattern("\\+44");
    assertThat(text.replaceAll("@([a-z-]+\\.)*example\\.org", "")).doesNotContainPattern("\\w@\\w");
  }

  private static String sources(String caseKey) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/demo", caseKey))) {
      var text = new StringBuilder();
      for (var file : files.sorted().toList()) {
        text.append(Files.readString(file));
      }
      return text.toString().toLowerCase(Locale.ROOT);
    }
  }

  private static List<Document> documents(String caseKey) {
    return DEMO.documents().stream().filter(d -> d.caseKey().equals(caseKey)).toList();
  }

  private static Stream<DemoManifest.Place> places(String caseKey) {
    return DEMO.people().stream()
        .flatMap(person -> person.cases().stream())
        .filter(place -> place.caseKey().equals(caseKey));
  }

  private static long count(String caseKey, String role) {
    return places(caseKey).filter(place -> place.roles().contains(role)).count();
  }

  private static Set<String> members(String caseKey) {
    return DEMO.people().stream()
        .filter(person -> person.cases().stream().anyMatch(p -> p.caseKey().equals(caseKey)))
        .map(Person::key)
        .collect(Collectors.toSet());
  }

  private static String text(Document document) {
    return new String(DEMO.content(document), StandardCharsets.UTF_8);
  }
}
