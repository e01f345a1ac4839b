package org.cordon.merkle.export;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a file holds. */
public sealed interface ExportScope {

  /** Every entry. */
  record Whole() implements ExportScope {}

  /** The entries of some cases. */
  record OfCases(List<UUID> cases) implements ExportScope {
    /**
     * @throws IllegalArgumentException for no case, or more than {@value ExportFormat#MOST_CASES}
     */
    public OfCases {
      cases = List.copyOf(cases);
      if (cases.isEmpty() || cases.size() > ExportFormat.MOST_CASES) {
        throw new IllegalArgumentException("an export is of 1 to 200 cases");
      }
    }
  }

  /** In words for people. */
  default String words() {
    return switch (this) {
      case Whole _ -> "the whole ledger";
      case OfCases(List<UUID> cases) ->
          cases.stream().map(UUID::toString).collect(Collectors.joining(", ", "the cases ", ""));
    };
  }
}
