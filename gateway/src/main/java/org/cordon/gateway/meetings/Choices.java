package org.cordon.gateway.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a meeting can invite and what can be put before it, as far as whoever looks may find it. */
@Component
class Choices {
  private static final int MOST_PAPERS = 200;

  private final Items items;
  private final People people;

  Choices(Items items, People people) {
    this.items = items;
    this.people = people;
  }

  /** The newest things in the case, and the papers that a meeting has already. */
  List<Choice> papers(OneCase one, @Nullable Meeting known) {
    List<Choice> choices = new ArrayList<>();
    if (known != null) {
      known
          .papers()
          .forEach(paper ->
              choices.add(Choice.of(paper.version(), titled(paper.title(), paper.number()))));
    }
    if (one.may("find")) {
      items.in(one.id(), null, MOST_PAPERS).items().stream()
          .map(
              item -> Choice.of(item.version().id(), titled(item.title(), item.version().number())))
          .filter(choice -> choices.stream().noneMatch(it -> it.value().equals(choice.value())))
          .toList()
          .forEach(choices::add);
    }
    return choices;
  }

  /** Everybody in the case, with what they are; family is not asked to meetings this way. */
  List<Choice> people(CaseId caseId) {
    return people.all(caseId).stream()
        .filter(person -> !person.roles().equals(List.of(CaseRole.FAMILY_MEMBER)))
        .sorted(Comparator.comparing(PersonInCase::name))
        .map(person -> Choice.of(person.person(), person.name() + " (" + roles(person) + ")"))
        .toList();
  }

  /** The names of people, by their ids; one who left the case is somebody who left it. */
  List<String> names(CaseId caseId, Collection<PersonId> ids) {
    Map<PersonId, String> names = byId(caseId);
    return ids.stream().map(id -> nameOf(id, names)).sorted().toList();
  }

  Map<PersonId, String> byId(CaseId caseId) {
    return people.all(caseId).stream()
        .collect(Collectors.toMap(PersonInCase::person, PersonInCase::name, (one, _) -> one));
  }

  static String nameOf(PersonId id, Map<PersonId, String> names) {
    return names.getOrDefault(id, "Somebody who is no longer in the case");
  }

  private static String titled(String title, int number) {
    return title + ", version " + number;
  }

  private static String roles(PersonInCase person) {
    return person.roles().stream().map(CaseRole::title).collect(Collectors.joining(", "));
  }
}
