package org.cordon.evidence.objects;

import java.nio.charset.StandardCharsets;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;

/**
 * Names one encrypted thing: which part of which version of which case. Equal bytes in two cases
 * are two things.
 */
public record ObjectName(CaseId caseId, VersionId version, Part part) {

  /** What of the version it is. */
  public enum Part {
    CONTENT,
    /** What was demanded from outside. */
    AMENDMENT,
    /** What the board answered to an issue. */
    RESPONSE,
    TEXT,
    METADATA,
    /**
     * Why a day of the timetable was missed or moved; its id stands in the place of a version's.
     */
    TIMETABLE,
    /** Words on how a person is prepared; their id stands in the place of a version's. */
    PREPARATION,
    /** The words of a meeting; the id of their state stands in the place of a version's. */
    MEETING,
    /** One saved state of a passage of a draft. */
    PASSAGE,
    /** What a participant says should be put right in a record. */
    CORRECTION
  }

  /** The original bytes of a version. */
  public static ObjectName content(CaseId caseId, VersionId version) {
    return new ObjectName(caseId, version, Part.CONTENT);
  }

  /** The same version's other part. */
  public ObjectName with(Part other) {
    return new ObjectName(caseId, version, other);
  }

  /** The key in S3; only content is kept there. */
  String key() {
    return "cases/" + caseId + "/" + version;
  }

  /**
   * Binds the ciphertext to its place: moved to another version, case or part, it does not open.
   */
  byte[] associatedData() {
    return "cordon/1/%s/%s/%s".formatted(caseId, version, part).getBytes(StandardCharsets.UTF_8);
  }
}
