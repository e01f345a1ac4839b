package org.cordon.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoBesideTest {
  private static final DemoManifest DEMO = DemoManifest.bundled();

  @Test
  void whatIsCirculatedIsNeitherDelicateNorControlledAndGoesToTheCaseGroup() {
    for (var circulation : DEMO.beside().circulations()) {
      var document =
          DEMO.documents().stream()
              .filter(it -> it.file().equals(circulation.document()))
              .findFirst()
              .orElseThrow();
      assertThat(document.delicate()).as(document.file()).isFalse();
      assertThat(document.originator()).as(document.file()).isNull();
      assertThat(roles(circulation.by(), document.caseKey())).containsExactly("LEAD_REVIEWER");
      for (var person : circulation.to()) {
        assertThat(roles(person, document.caseKey())).containsExactly("CASE_GROUP_MEMBER");
      }
    }
  }

  @Test
  void theWallClosesOnOthersAccountsAndLeavesThePlainAndTheirOwn() {
    var sent = new HashSet<String>();
    for (var circulation : DEMO.beside().circulations()) {
      var accounts =
          DEMO.documents().stream()
              .filter(it -> it.file().equals(circulation.document()))
              .flatMap(it -> it.accountsOf().stream())
              .toList();
      for (var person : circulation.to()) {
        sent.add(
            person
                + (accounts.isEmpty()
                    ? " plain"
                    : accounts.equals(List.of(person)) ? " own" : " others"));
      }
    }

    assertThat(sent).contains("ruth.ambler plain", "ruth.ambler own", "ruth.ambler others");
    assertThat(sent).contains("glenn.tranter plain", "glenn.tranter own");
    assertThat(sent).doesNotContain("glenn.tranter others");
  }

  @Test
  void whatRunsBesideACaseIsDoneByPeopleWhoMay() {
    for (var declaration : DEMO.beside().declarations()) {
      assertThat(roles(declaration.person(), declaration.caseKey()))
          .containsExactly("APPROVING_OFFICER");
    }
    for (var proceedings : DEMO.beside().proceedings()) {
      var may = Set.of("LEAD_REVIEWER", "APPROVING_OFFICER");
      proceedings
          .states()
          .forEach(state -> assertThat(roles(state.by(), proceedings.caseKey())).isSubsetOf(may));
      proceedings
          .matters()
          .forEach(matter -> assertThat(roles(matter.by(), proceedings.caseKey())).isSubsetOf(may));
      var discussion = proceedings.earlyDiscussion();
      assertThat(discussion == null).isEqualTo(!proceedings.kind().equals("CRIMINAL"));
      if (discussion != null) {
        assertThat(roles(discussion.by(), proceedings.caseKey()))
            .containsExactly("APPROVING_OFFICER");
      }
    }
    for (var standing : DEMO.beside().standings()) {
      assertThat(roles(standing.person(), standing.caseKey())).isNotEmpty();
      assertThat(roles(standing.by(), standing.caseKey())).containsExactly("APPROVING_OFFICER");
    }
  }

  private static Set<String> roles(String person, String caseKey) {
    return DEMO.findPerson(person).orElseThrow().cases().stream()
        .filter(place -> place.caseKey().equals(caseKey))
        .flatMap(place -> place.roles().stream())
        .collect(Collectors.toSet());
  }
}
