package org.cordon.gateway.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordon.gateway.cases.Agency;
import org.cordon.gateway.cases.CaseSummary;
import org.cordon.gateway.cases.Cases;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;

/** Names for the ids and codes in an answer, as far as the person may know them. */
class Words {
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, String> agencies = new HashMap<>();

  Words(List<CaseSummary> mine, Cases cases, @Nullable Found found) {
    mine.forEach(one -> titles.put(one.id().toString(), one.reference() + " " + one.title()));
    if (found != null) {
      Stream.concat(
              found.hits().stream().map(Found.Hit::caseId),
              found.facets().getOrDefault("case", List.of()).stream()
                  .map(count -> CaseId.from(count.value())))
          .distinct()
          .filter(id -> titles.containsKey(id.toString()))
          .limit(20)
          .forEach(id -> cases.require(id).agencies().forEach(this::add));
    }
  }

  private void add(Agency agency) {
    agencies.put(agency.id().toString(), agency.name());
  }

  String of(String facet, String value) {
    return switch (facet) {
      case "case" -> caseTitle(value);
      case "kind" -> kind(value);
      case "agency" -> agency(value);
      default -> value;
    };
  }

  /** The reference and title of one of the person's cases. */
  public String caseTitle(Object id) {
    return titles.getOrDefault(id.toString(), "Another case");
  }

  /** The name of an agency. */
  public String agency(@Nullable Object id) {
    return id == null ? "" : agencies.getOrDefault(id.toString(), "Another agency");
  }

  /** A kind of item in words. */
  public String kind(String kind) {
    return switch (kind) {
      case "DOCUMENT" -> "Document";
      case "CONVERSATION_RECORD" -> "Conversation record";
      case "WORKING_PAPER" -> "Working paper";
      case "REPORT" -> "Report";
      case "COMMENT" -> "Comment";
      default -> "Item";
    };
  }
}
