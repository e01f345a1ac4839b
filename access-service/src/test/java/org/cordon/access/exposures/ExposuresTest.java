package org.cordon.access.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExposuresTest extends ServiceTest {

  @Test
  void whoHasSeenAnItemIsAnsweredFromTheLedger_rule29() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels document = register(document(one));
    VersionLabels unseen = register(document(one));
    permits(member.id(), "find", document);
    permits(member.id(), "read", document);
    permits(PersonId.create(), "read", document);
    place(one, member);

    JsonNode seen = exposures(lead, one, "item=" + document.item());

    assertThat(seen.size()).isEqualTo(2);
    assertThat(seen.path(0).path("action").asString()).isEqualTo("read");
    assertThat(seen.path(0).path("delivered").asBoolean()).isFalse();
    assertThat(seen.path(1).path("action").asString()).isEqualTo("find");
    assertThat(seen.path(1).path("delivered").asBoolean()).isTrue();
    assertThat(seen.path(0).path("personName").asString()).isEqualTo("Tom Askew");
    assertThat(exposures(lead, one, "item=" + unseen.item()).size()).isZero();
    assertThat(exposures(lead, one, "person=" + lead.id()).size()).isZero();
    Instant first = Instant.parse(seen.path(1).path("at").asString());
    assertThat(exposures(lead, one, "before=" + first).size()).isZero();
    assertThat(exposures(lead, one, "before=" + first.plusSeconds(60)).size()).isEqualTo(2);
  }

  @Test
  void theAuditorSeesIdsAndAMemberOfTheCaseGroupTheirOwn() {
    OpenedCase one = openCase();
    Someone reader = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone auditor = add(one, "Abel Moss", CaseRole.AUDITOR);
    Someone practitioner = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    permits(reader.id(), "read", register(document(one)));

    JsonNode ids = exposures(auditor, one, "");
    assertThat(ids.size()).isEqualTo(1);
    assertThat(ids.path(0).path("personName").isNull()).isTrue();
    assertThat(exposures(practitioner, one, "").size()).isZero();
    assertThat(exposures(practitioner, one, "person=" + reader.id()).size()).isZero();
    for (CaseRole role :
        List.of(
            CaseRole.REVIEW_TEAM_MEMBER,
            CaseRole.FAMILY_LIAISON,
            CaseRole.FAMILY_MEMBER,
            CaseRole.BOARD_MEMBER)) {
      Someone other = add(one, "Somebody Else", role);
      assertThat(get(other.token(), one.path() + "/exposures").status()).isEqualTo(404);
    }
    assertThat(get(one.manager().token(), one.path() + "/exposures").status()).isEqualTo(404);
  }

  @Test
  void theListComesInPagesAndRefusesWhatIsNoQuestion() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    for (int i = 0; i < 3; i++) {
      permits(lead.id(), "read", register(document(one)));
    }
    JsonNode first = get(lead.token(), one.path() + "/exposures?limit=2").node();
    JsonNode second =
        get(lead.token(), one.path() + "/exposures?limit=2&after=" + first.path("next").asString())
            .node();
    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(second.path("items").size()).isEqualTo(1);
    assertThat(second.path("next").isNull()).isTrue();
    for (String query :
        List.of("limit=201", "limit=x", "after=x", "person=x", "item=x", "before=yesterday")) {
      assertThat(get(lead.token(), one.path() + "/exposures?" + query).status())
          .as(query)
          .isEqualTo(400);
    }
  }

  private JsonNode exposures(Someone reader, OpenedCase of, String query) {
    Reply reply = get(reader.token(), of.path() + "/exposures?" + query);
    assertThat(reply.status()).isEqualTo(200);
    return reply.node().path("items");
  }
}
