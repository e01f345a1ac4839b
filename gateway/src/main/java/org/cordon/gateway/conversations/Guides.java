package org.cordon.gateway.conversations;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.PaperKind;
import org.cordon.gateway.papers.PaperSection;
import org.cordon.gateway.papers.PaperSummary;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.papers.PassageKind;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.springframework.stereotype.Component;

/** Guides of conversations: working papers of topics, each with its questions. */
@Component
class Guides {
  private static final int LIMIT = 200;

  private final Backends backends;
  private final Papers papers;

  /** A topic with the questions under it. */
  record Asked(String topic, List<String> questions) {}

  Guides(Backends backends, Papers papers) {
    this.backends = backends;
    this.papers = papers;
  }

  /** Begins a guide with these topics and returns its paper; the same key begins it once. */
  ItemId begin(CaseId caseId, String title, List<Asked> asked, String key) {
    ItemId paper = papers.begin(caseId, PaperKind.CONVERSATION_GUIDE, title, key).id();
    int place = 0;
    for (Asked each : asked) {
      add(paper, PassageKind.HEADING, each.topic(), key, place++);
      for (String question : each.questions()) {
        add(paper, PassageKind.PARAGRAPH, question, key, place++);
      }
    }
    return paper;
  }

  private void add(ItemId paper, PassageKind kind, String text, String key, int place) {
    Map<String, Object> passage = new LinkedHashMap<>();
    passage.put("kind", kind);
    passage.put("text", text);
    passage.put("section", PaperSection.TOPIC);
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri("/api/evidence/papers/{paper}/draft/passages", paper)
                .header("Idempotency-Key", key(key, place + " " + text))
                .body(passage));
  }

  /** The versions that can be put before the officer: of its guide, or of any while it has none. */
  List<Choice> versions(Conversation conversation) {
    if (conversation.guide() != null) {
      Paper paper = papers.require(conversation.guide().paper());
      return paper.versions().stream()
          .findFirst()
          .map(newest -> choice(paper.title(), newest))
          .stream()
          .toList();
    }
    return papers
        .in(conversation.caseId(), Optional.of(PaperKind.CONVERSATION_GUIDE), null, LIMIT)
        .items()
        .stream()
        .flatMap(Guides::choices)
        .toList();
  }

  /** A key for a part of what one form sends: repeated it is the same, with another text not. */
  static String key(String key, String part) {
    return UUID.nameUUIDFromBytes((key + " " + part).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Stream<Choice> choices(PaperSummary paper) {
    Paper.Frozen newest = paper.newest();
    return newest == null ? Stream.empty() : Stream.of(choice(paper.title(), newest));
  }

  private static Choice choice(String title, Paper.Frozen version) {
    return Choice.of(version.id(), title + ", version " + version.number());
  }
}
