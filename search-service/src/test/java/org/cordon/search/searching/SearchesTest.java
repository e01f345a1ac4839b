package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SearchServiceTest
class SearchesTest {
  private final World world = Surroundings.WORLD;
  private final PersonId reviewer = PersonId.create();
  private final CaseId caseId = CaseId.create();
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void openCase() {
    client = new Client(port);
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
  }

  private VersionContent add(String title, String text) {
    VersionContent content = World.document(title, text);
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
    return content;
  }

  @Test
  void wordsAreFoundInAllTheirFormsWithThePassageMarked() {
    VersionContent content =
        add("Visit of 3 May", "The health visitor saw two bruises on the left arm.");
    client.awaitIndexed();

    JsonNode found = client.search(reviewer, "q", "bruised ARMS").json();

    assertThat(found.get("total").asInt()).as(found.toPrettyString()).isEqualTo(1);
    assertThat(found.get("hits").get(0).get("version").asString())
        .isEqualTo(content.version().toString());
    assertThat(found.get("hits").get(0).get("snippets").toString())
        .contains("{\"text\":\"bruises\",\"match\":true}")
        .contains("{\"text\":\"arm\",\"match\":true}");
  }
}
