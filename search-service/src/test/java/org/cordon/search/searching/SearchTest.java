package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A case of one's own in the running service, and a person who may find everything in it. */
@SearchServiceTest
abstract class SearchTest {
  final World world = Surroundings.WORLD;
  final PersonId reviewer = PersonId.create();
  final CaseId caseId = CaseId.create();
  @LocalServerPort int port;
  Client client;

  @BeforeEach
  void openCase() {
    client = new Client(port);
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
  }

  VersionContent add(String title, String text) {
    VersionContent content = World.document(title, text);
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
    return content;
  }

  void add(VersionContent content, VersionLabels labels) {
    world.add(content, labels);
  }

  static VersionLabels accountOf(VersionContent content, CaseId caseId, PersonId person) {
    return new VersionLabels(
        content.version(),
        content.item(),
        content.number(),
        caseId,
        ItemKind.CONVERSATION_RECORD,
        Set.of(person),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  JsonNode search(String... parameters) {
    Answer answer = client.search(reviewer, parameters);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  static List<String> versions(JsonNode answer) {
    return StreamSupport.stream(answer.get("hits").spliterator(), false)
        .map(hit -> hit.get("version").asString())
        .toList();
  }

  static String id(VersionContent content) {
    return content.version().toString();
  }
}
