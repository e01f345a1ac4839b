package org.cordon.access.labels;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.Members;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What is to be marked on a version's own labels; what is null or empty stays as it is.
 *
 * @param removeAccounts of its own accounts; inherited ones are cleared
 * @param withdrawFrom people to whom it was circulated
 * @param wall whether it holds the account of a speaker whom nobody could name
 * @param reason 1 to 4,000 characters
 */
record MarkLabels(
    Set<PersonId> addAccounts,
    Set<PersonId> removeAccounts,
    Set<String> addMatters,
    Set<PersonId> withdrawFrom,
    @Nullable Boolean delicate,
    @Nullable Boolean quarantined,
    boolean wall,
    String reason) {
  static final int MAX_REASON = 4_000;
  static final int MAX_MATTER = 100;

  MarkLabels {
    addAccounts = Set.copyOf(addAccounts);
    removeAccounts = Set.copyOf(removeAccounts);
    addMatters = Set.copyOf(addMatters);
    withdrawFrom = Set.copyOf(withdrawFrom);
  }

  /** Marks as a caller describes them; looked at once the caller may mark. */
  record WantedMarks(
      @Nullable Set<@Nullable PersonId> addAccounts,
      @Nullable Set<@Nullable PersonId> removeAccounts,
      @Nullable Set<@Nullable String> addMatters,
      @Nullable Set<@Nullable PersonId> withdrawFrom,
      @Nullable Boolean delicate,
      @Nullable Boolean quarantined,
      @Nullable Boolean wall,
      @Nullable String reason) {

    /**
     * Checks and cleans.
     *
     * @throws Problem INVALID when nothing is to be marked or something does not fit
     */
    MarkLabels checked() {
      MarkLabels marks =
          new MarkLabels(
              Members.of("addAccounts", addAccounts),
              Members.of("removeAccounts", removeAccounts),
              Members.of("addMatters", addMatters).stream()
                  .map(matter -> Line.require("addMatters", matter, MAX_MATTER))
                  .collect(Collectors.toSet()),
              Members.of("withdrawFrom", withdrawFrom),
              delicate,
              quarantined,
              Boolean.TRUE.equals(wall),
              Prose.require("reason", reason, MAX_REASON));
      if (marks.isNothing()) {
        throw Problem.invalid("addAccounts", "or another mark must be given.");
      }
      return marks;
    }

    /** Whether it would only close things: nothing is removed and no mark is lifted. */
    boolean tightens() {
      return Optional.ofNullable(removeAccounts).orElse(Set.of()).isEmpty()
          && !Boolean.FALSE.equals(delicate)
          && !Boolean.FALSE.equals(quarantined);
    }
  }

  /** The same with the unnamed speaker's account, where a wall is asked for. */
  MarkLabels walledFrom(PersonId unnamedSpeaker) {
    Set<PersonId> accounts = new HashSet<>(addAccounts);
    accounts.add(unnamedSpeaker);
    return new MarkLabels(
        accounts, removeAccounts, addMatters, withdrawFrom, delicate, quarantined, false, reason);
  }

  /** Whether something is removed or a mark lifted. */
  boolean loosens() {
    return !removeAccounts.isEmpty()
        || Boolean.FALSE.equals(delicate)
        || Boolean.FALSE.equals(quarantined);
  }

  private boolean isNothing() {
    return addAccounts.isEmpty()
        && removeAccounts.isEmpty()
        && addMatters.isEmpty()
        && withdrawFrom.isEmpty()
        && delicate == null
        && quarantined == null
        && !wall;
  }
}
