package org.cordon.gateway.papers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One working paper, as far as whoever asked may see it.
 *
 * @param draft null when none is being written, or it is not open to them
 * @param versions newest first
 * @param may what they may do: "write", "freeze", "comment"
 */
public record Paper(
    ItemId id,
    @JsonProperty("case") CaseId caseId,
    PaperKind kind,
    String title,
    @Nullable Begun draft,
    List<Frozen> versions,
    List<String> may) {
  public Paper {
    versions =
        versions.stream().sorted(Comparator.comparingInt(Frozen::number).reversed()).toList();
    may = List.copyOf(may);
  }

  /** The draft that is being written. */
  public record Begun(VersionId version, int number, @Nullable Instant begunAt) {}

  /** A version, which never changes. */
  public record Frozen(
      VersionId id, int number, String sha256, Instant frozenAt, @Nullable PersonId frozenBy) {}

  /** Whether they may write its draft. */
  public boolean mayWrite() {
    return may.contains("write");
  }

  /** Whether they may make a version of its draft. */
  public boolean mayFreeze() {
    return may.contains("freeze");
  }

  /** Whether they may comment on a version. */
  public boolean mayComment() {
    return may.contains("comment");
  }

  /**
   * One of its versions.
   *
   * @throws Problem NOT_FOUND when there is none with that number, or it is not open to them
   */
  public Frozen version(int number) {
    return versions.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** The number of the version before that one, or null. */
  public @Nullable Integer before(int number) {
    return versions.stream()
        .map(Frozen::number)
        .filter(earlier -> earlier < number)
        .findFirst()
        .orElse(null);
  }
}
