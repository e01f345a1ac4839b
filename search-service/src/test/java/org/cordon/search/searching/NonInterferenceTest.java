package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rule 2: what a person may not find changes no byte of any answer, the order of hits included. */
@SearchServiceTest
class NonInterferenceTest {
  private static final List<String> WORDS =
      List.of(
          "bruise", "arm", "visit", "school", "mother", "call", "doctor", "night", "letter",
          "worker", "home", "police", "injury", "nurse", "asked", "saw");

  private final World world = Surroundings.WORLD;
  private final Random random = new Random(42);
  private final CaseId caseId = CaseId.create();
  private final CaseId otherCase = CaseId.create();
  private final PersonId walled = PersonId.create();
  private final PersonId witness = PersonId.create();
  private final List<AgencyId> agencies = List.of(AgencyId.create(), AgencyId.create());
  private final List<VersionContent> visible = new ArrayList<>();
  @LocalServerPort int port;

  @Test
  void forbiddenDocumentsChangeNoByteNeitherWhileThereNorAfterwards_rule2() {
    Client client = new Client(port);
    world.permit(
        walled,
        new Filter.Not(new Filter.In(LabelField.ACCOUNTS_OF, Set.of(witness.toString()))),
        Set.of(caseId),
        Set.of(caseId));
    for (int i = 0; i < 30; i++) {
      VersionContent content = content(ItemId.create(), 1);
      visible.add(content);
      world.add(content, labels(content, caseId, i % 5 == 0 ? Set.of(walled) : Set.of()));
    }
    client.awaitIndexed();
    Map<String, String> before = answers(client);

    List<VersionId> forbidden = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ItemId item = i < 6 ? visible.get(i).item() : ItemId.create();
      VersionContent content = content(item, i < 6 ? 2 : 1);
      CaseId home = i % 7 == 6 ? otherCase : caseId;
      world.add(content, labels(content, home, Set.of(witness)));
      forbidden.add(content.version());
    }
    client.awaitIndexed();
    assertThat(answers(client)).isEqualTo(before);

    forbidden.forEach(world::remove);
    client.awaitIndexed();
    assertThat(answers(client)).isEqualTo(before);
    assertThat(before.values()).anyMatch(answer -> answer.contains("\"match\":true"));
  }

  private Map<String, String> answers(Client client) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String[] shape : shapes()) {
      answers.put(String.join(" ", shape), client.search(walled, shape).body());
    }
    return answers;
  }

  private List<String[]> shapes() {
    Random choices = new Random(7);
    List<String[]> shapes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String one = WORDS.get(choices.nextInt(WORDS.size()));
      String two = WORDS.get(choices.nextInt(WORDS.size()));
      shapes.add(
          switch (i % 10) {
            case 0 -> new String[] {"q", one};
            case 1 -> new String[] {"q", one + " " + two};
            case 2 -> new String[] {"q", one + " OR " + two, "limit", "3"};
            case 3 -> new String[] {"q", one.substring(0, 2) + "*"};
            case 4 -> new String[] {"q", "\"" + one + " " + two + "\""};
            case 5 -> new String[] {"q", one + " -" + two, "sort", "date"};
            case 6 -> new String[] {"q", one, "from", "2011-02-01", "to", "2011-06-30"};
            case 7 -> new String[] {"q", one, "agency", agencies.getFirst().toString()};
            case 8 -> new String[] {"case", caseId.toString(), "sort", "-date", "limit", "7"};
            default -> new String[] {"q", "-" + one, "kind", "CONVERSATION_RECORD"};
          });
    }
    return shapes;
  }

  private VersionContent content(ItemId item, int number) {
    StringBuilder text = new StringBuilder();
    for (int n = 5 + random.nextInt(60); n > 0; n--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(n % 9 == 0 ? ". " : " ");
    }
    return new VersionContent(
        VersionId.create(),
        item,
        number,
        WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())),
        random.nextInt(4) == 0 ? null : LocalDate.of(2011, 1 + random.nextInt(9), 1),
        agencies.get(random.nextInt(2)),
        null,
        null,
        null,
        null,
        null,
        "READY",
        text.toString());
  }

  private static VersionLabels labels(
      VersionContent content, CaseId caseId, Set<PersonId> accountsOf) {
    return new VersionLabels(
        content.version(),
        content.item(),
        content.number(),
        caseId,
        accountsOf.isEmpty() ? ItemKind.DOCUMENT : ItemKind.CONVERSATION_RECORD,
        accountsOf,
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }
}
