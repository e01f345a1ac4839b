package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;

class SearchPagesTest extends AuthZenTest {

  @Test
  void pagesAddUpToTheWholeAndEndWithAnEmptyToken() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    List<String> all =
        IntStream.range(0, 7).mapToObj(_ -> register(document(one)).version().toString()).toList();
    List<String> seen = new ArrayList<>();
    String token = "";
    int pages = 0;
    do {
      Map<String, Object> page = new HashMap<>(token.isEmpty() ? Map.of("limit", 3) : Map.of());
      if (!token.isEmpty()) {
        page.put("token", token);
      }
      Reply reply = resources(reviewer.id(), "read", "version", page);
      seen.addAll(ids(reply));
      assertThat(reply.node().path("page").path("count").asInt()).isEqualTo(ids(reply).size());
      token = token(reply);
      pages++;
    } while (!token.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).containsExactlyElementsOf(all.stream().sorted().toList());
  }

  @Test
  void aPageOfPeopleAndOfActionsGoesOnWhereItEnded() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    VersionId version = register(document(one)).version();

    Reply first = subjects("read", "version", version, Map.of("limit", 1));
    Reply second = subjects("read", "version", version, Map.of("token", token(first), "limit", 1));
    assertThat(ids(first)).hasSize(1);
    assertThat(token(second)).isEmpty();
    assertThat(List.of(ids(first).getFirst(), ids(second).getFirst()))
        .containsExactlyInAnyOrder(reviewer.id().toString(), member.id().toString())
        .isSorted();

    Reply actions = actions(reviewer.id(), "version", version, Map.of("limit", 1));
    assertThat(names(actions(reviewer.id(), "version", version, Map.of("token", token(actions)))))
        .doesNotContainAnyElementsOf(names(actions))
        .hasSize(1);
  }

  @Test
  void aPageOfNoneGivesNoneAndATokenWhileThereIsMore() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Reply empty = resources(reviewer.id(), "read", "version", Map.of("limit", 0));
    assertThat(token(empty)).isEmpty();
    register(document(one));

    Reply none = resources(reviewer.id(), "read", "version", Map.of("limit", 0));

    assertThat(ids(none)).isEmpty();
    assertThat(token(none)).isNotEmpty();
  }

  @Test
  void aTokenIsForItsSearchAloneAndCannotBeMade() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    register(document(one));
    register(document(one));
    String token = token(resources(reviewer.id(), "read", "version", Map.of("limit", 1)));

    assertThat(resources(reviewer.id(), "read", "version", Map.of("token", token)).status())
        .isEqualTo(200);
    for (Reply reply :
        List.of(
            resources(member.id(), "read", "version", Map.of("token", token)),
            resources(reviewer.id(), "find", "version", Map.of("token", token)),
            resources(reviewer.id(), "upload", "case", Map.of("token", token)),
            resources(reviewer.id(), "read", "version", Map.of("token", token, "limit", 2)),
            resources(
                reviewer.id(),
                "read",
                "version",
                Map.of("token", token, "properties", Map.of("sort", "id"))),
            actions(reviewer.id(), "case", one.id(), Map.of("token", token)),
            resources(reviewer.id(), "read", "version", Map.of("token", token.substring(1))),
            resources(reviewer.id(), "read", "version", Map.of("token", flipped(token))),
            resources(reviewer.id(), "read", "version", Map.of("token", "?")),
            resources(reviewer.id(), "read", "version", Map.of("token", "A".repeat(2_000))))) {
      assertThat(reply.status()).as(reply.body()).isEqualTo(400);
      assertThat(reply.body()).contains("page.");
    }
  }

  @Test
  void aPageThatDoesNotFitIsABadRequest() {
    for (String page :
        List.of(
            "7", "[]", "{\"limit\":-1}", "{\"limit\":1.5}", "{\"limit\":\"1\"}", "{\"token\":1}")) {
      String body =
          "{\"subject\":{\"type\":\"person\",\"id\":\"%s\"},\"resource\":{\"type\":\"case\",\"id\":\"1\"},\"page\":%s}"
              .formatted(PersonId.create(), page);
      assertThat(post(service(), "/access/v1/search/action", body).status())
          .as(page)
          .isEqualTo(400);
    }
    assertThat(
            resources(PersonId.create(), "read", "version", Map.of("limit", 1_000_000_000_000L))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whereAPageEndsDoesNotTellOfVersionsThatArePassedOver_rule2() {
    OpenedCase one = openCase();
    Someone liaison = add(one, "Tamsin Ord", CaseRole.BOARD_MEMBER);
    List<Reply> answers = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      answers.add(resources(liaison.id(), "read", "version", Map.of("limit", 2)));
      IntStream.range(0, 20).forEach(_ -> register(document(one)));
    }
    assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
  }

  private static String flipped(String token) {
    return token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21);
  }
}
