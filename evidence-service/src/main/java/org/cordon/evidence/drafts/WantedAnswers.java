package org.cordon.evidence.drafts;

import java.util.List;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says of the accounts that they opened, as they send it.
 *
 * @param opened at most {@value VersionLabels#MAX_SET}; none when null
 */
public record WantedAnswers(@Nullable List<@Nullable WantedAnswer> opened) {

  /** Of one of them. */
  public record WantedAnswer(@Nullable VersionId version, @Nullable Boolean used) {}

  /**
   * The answers.
   *
   * @throws Problem INVALID when there are too many, or one is not whole
   */
  public List<OpenedAccounts.Answered> checked() {
    if (opened == null) {
      return List.of();
    }
    if (opened.size() > VersionLabels.MAX_SET) {
      throw Problem.invalid("opened", "must have at most " + VersionLabels.MAX_SET + " members.");
    }
    return opened.stream()
        .map(it -> Problem.require("opened", it))
        .map(it ->
            new OpenedAccounts.Answered(
                Problem.require("opened.version", it.version()),
                Problem.require("opened.used", it.used())))
        .toList();
  }
}
