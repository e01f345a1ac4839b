package org.cordon.gateway.preparation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * How far a person is prepared.
 *
 * @param complete they have the pack and were introduced
 * @param note absent in a list
 */
public record Preparation(
    PersonId person,
    @Nullable Pack pack,
    @Nullable Introduction introduced,
    @Nullable String support,
    boolean complete,
    long revision,
    @Nullable Note note) {

  /**
   * The information pack.
   *
   * @param version null when Cordon does not hold it, or it is not open to whoever looks
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pack(
      @Nullable VersionId version,
      LocalDate sentOn,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate acknowledgedOn) {

    /** The last thing that happened to it, in words. */
    public String state() {
      return acknowledgedOn != null ? "Acknowledged" : receivedOn != null ? "Received" : "Sent";
    }

    /** When that was. */
    public LocalDate since() {
      return acknowledgedOn != null ? acknowledgedOn : receivedOn != null ? receivedOn : sentOn;
    }
  }

  /** How a person is introduced to the review. */
  public enum How {
    MEETING("Introductory meeting"),
    LETTER("Letter");

    private final String title;

    How(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** The introductory meeting, which may be to come, or the letter. */
  public record Introduction(How how, LocalDate on) {}

  /** What a person can contribute. */
  public record Note(VersionId version, String text, Instant writtenAt, PersonId writtenBy) {}

  /** Of somebody about whom nobody has written anything. */
  static Preparation none(PersonId person) {
    return new Preparation(person, null, null, null, false, 0, null);
  }

  /** How it stands, for a tag. */
  public String state() {
    return complete ? "Prepared" : hasBegun() ? "Under way" : "Not started";
  }

  /** The colour of that tag. */
  public String tag() {
    return complete ? "govuk-tag--green" : hasBegun() ? "govuk-tag--light-blue" : "govuk-tag--grey";
  }

  private boolean hasBegun() {
    return pack != null || introduced != null;
  }
}
