package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.acceptance.installation.Status.Account;
import tools.jackson.databind.JsonNode;

/** What the answer to a search looks like when it holds nothing at all. */
final class Nothing {
  private Nothing() {}

  static void requireIn(JsonNode found, Account searcher) {
    assertThat(found.path("total").asInt(-1)).as("%s finds %s", searcher, found).isZero();
    assertThat(found.path("hits").values()).as("hits of %s", searcher).isEmpty();
    assertThat(found.path("timeline").values()).as("timeline of %s", searcher).isEmpty();
    assertThat(found.path("next").isNull()).isTrue();
    found
        .path("facets")
        .forEach(facet -> assertThat(facet.values()).as("facets of %s", searcher).isEmpty());
  }
}
