package org.cordon.gateway.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as far as whoever looks may see it.
 *
 * @param minutes the papers in which its minutes are written
 * @param sent the invitations that stand
 */
public record Meeting(
    String id,
    @JsonProperty("case") CaseId caseId,
    MeetingKind kind,
    String title,
    Instant at,
    @Nullable Instant until,
    String place,
    List<AgendaLine> agenda,
    List<Paper> papers,
    List<ItemId> minutes,
    List<PersonId> invited,
    List<Invitation> sent,
    @Nullable Attendance attendance,
    long revision) {

  /** A line of the agenda, tied to a paper or not. */
  public record AgendaLine(String text, @Nullable VersionId paper) {}

  /** A paper before the meeting. */
  public record Paper(VersionId version, ItemId item, int number, String title) {}

  /** An invitation, to the meeting in the state of that revision. */
  public record Invitation(PersonId person, long revision, Instant sentAt) {}

  /** Who was there. */
  public record Attendance(List<PersonId> attended, List<PersonId> exposed, Instant recordedAt) {}

  /** Whether it was sent to everybody whom it invites, as it is now. */
  public boolean isSentAsItIs() {
    return !invited.isEmpty() && invited.stream().allMatch(this::hasItAsItIs);
  }

  /** Whether somebody has it as it is now. */
  public boolean hasItAsItIs(PersonId person) {
    return sent.stream().anyMatch(it -> it.person().equals(person) && it.revision() == revision);
  }

  /** Whether somebody has it as it was before. */
  public boolean hasItAsItWas(PersonId person) {
    return sent.stream().anyMatch(it -> it.person().equals(person) && it.revision() < revision);
  }

  /** The title of the paper that a line is tied to, or null. */
  public @Nullable String paperOf(AgendaLine line) {
    return papers.stream()
        .filter(paper -> paper.version().equals(line.paper()))
        .findFirst()
        .map(Paper::title)
        .orElse(null);
  }
}
