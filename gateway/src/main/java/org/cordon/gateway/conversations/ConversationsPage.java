package org.cordon.gateway.conversations;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.people.People;
import org.cordon.gateway.proceedings.Proceedings;
import org.cordon.gateway.proceedings.ProceedingsKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations of a case that whoever looks may see, and one of them. */
@Controller
class ConversationsPage {
  /** What access-service calls seeing every conversation of a case. */
  static final String READ = "readConversations";

  /** What it calls seeing those that one is part of. */
  static final String READ_OWN = "readOwnConversations";

  /** What it calls holding them and writing their records. */
  static final String WRITE = "writeConversations";

  /** What it calls deciding on their guides. */
  static final String APPROVE = "approveGuide";

  private static final int LIMIT = 20;

  private final Cases cases;
  private final People people;
  private final Proceedings proceedings;
  private final Conversations conversations;
  private final Clock clock;

  /** A conversation in the list, with whom, how far it is and what to do next. */
  record Line(Conversation conversation, String with, ConversationState state, String next) {}

  ConversationsPage(
      Cases cases,
      People people,
      Proceedings proceedings,
      Conversations conversations,
      Clock clock) {
    this.cases = cases;
    this.people = people;
    this.proceedings = proceedings;
    this.conversations = conversations;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/conversations")
  String all(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    OneCase one = cases.require(caseId);
    if (!one.may(READ) && !one.may(READ_OWN)) {
      throw Problem.notFound();
    }
    Page<Conversation> page = conversations.in(caseId, after, LIMIT);
    PersonId me = cases.me().person();
    Map<PersonId, String> names = names(one, me);
    Instant now = clock.instant();
    List<Line> lines =
        page.items().stream()
            .sorted(Comparator.comparing(it -> it.plan().at()))
            .map(it -> line(it, one, me, names, now))
            .toList();
    model.addAttribute("one", one);
    model.addAttribute("coming", lines.stream().filter(it -> isAhead(it, now)).toList());
    model.addAttribute("over", lines.reversed().stream().filter(it -> !isAhead(it, now)).toList());
    model.addAttribute("undiscussed", isUndiscussed(one));
    model.addAttribute("next", page.next());
    return "conversations/list";
  }

  @GetMapping("/conversations/{id}")
  String one(@PathVariable ConversationId id, Model model) {
    Conversation conversation = conversations.require(id);
    OneCase one = cases.require(conversation.caseId());
    PersonId me = cases.me().person();
    boolean theirs = conversation.participant().equals(me);
    ConversationState state = conversation.state(clock.instant());
    boolean live = isLive(one);
    model.addAttribute("one", one);
    model.addAttribute("conversation", conversation);
    model.addAttribute("names", names(one, me));
    model.addAttribute("theirs", theirs);
    model.addAttribute("state", state);
    model.addAttribute("next", conversation.next(state, one, theirs));
    model.addAttribute("live", live);
    model.addAttribute("undiscussed", isUndiscussed(one));
    model.addAttribute("held", conversation.plan().at().isBefore(clock.instant()));
    model.addAttribute("locked", live && !conversation.hasApprovedGuide());
    return "conversations/one";
  }

  /** Whether criminal proceedings are live, as far as whoever looks may know. */
  private boolean isLive(OneCase one) {
    return one.may("readProceedings")
        && proceedings.of(one.id()).stream()
            .anyMatch(it -> it.kind() == ProceedingsKind.CRIMINAL && it.live());
  }

  /** Whether they would hold conversations, were the early discussion on record (rule 17). */
  private static boolean isUndiscussed(OneCase one) {
    return !one.may(WRITE)
        && (one.roles().contains(CaseRole.LEAD_REVIEWER)
            || one.roles().contains(CaseRole.REVIEW_TEAM_MEMBER));
  }

  private Map<PersonId, String> names(OneCase one, PersonId me) {
    Map<PersonId, String> names = new HashMap<>(people.names(one));
    names.put(me, "You");
    return names;
  }

  private static Line line(
      Conversation conversation,
      OneCase one,
      PersonId me,
      Map<PersonId, String> names,
      Instant now) {
    ConversationState state = conversation.state(now);
    return new Line(
        conversation,
        names.getOrDefault(conversation.participant(), "Somebody who takes part"),
        state,
        conversation.next(state, one, conversation.participant().equals(me)));
  }

  private static boolean isAhead(Line line, Instant now) {
    return !line.conversation().plan().at().isBefore(now);
  }
}
