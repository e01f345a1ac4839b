package org.cordon.access.labels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a version as they are shown to those who may see them.
 *
 * @param may what the caller may do with them: {@code tighten}, {@code manage}, {@code circulate}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LabelView(
    VersionId version,
    ItemId item,
    int number,
    @JsonProperty("case") CaseId caseId,
    ItemKind kind,
    List<Account> accountsOf,
    List<String> matters,
    boolean delicate,
    boolean quarantined,
    List<Originator> originators,
    List<Recipient> circulatedTo,
    List<VersionId> sources,
    int revision,
    List<String> may) {
  public LabelView {
    accountsOf = List.copyOf(accountsOf);
    matters = List.copyOf(matters);
    originators = List.copyOf(originators);
    circulatedTo = List.copyOf(circulatedTo);
    sources = List.copyOf(sources);
    may = List.copyOf(may);
  }

  /**
   * Somebody whose account it holds.
   *
   * @param inherited whether it comes through sources, and not only by its own marks
   * @param from the sources through which it comes
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Account(
      PersonId person, @Nullable String personName, boolean inherited, List<VersionId> from) {
    public Account {
      from = List.copyOf(from);
    }
  }

  /** An agency that controls it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Originator(AgencyId agency, @Nullable String agencyName, boolean consented) {}

  /** Somebody to whom it was circulated. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Recipient(PersonId person, @Nullable String personName) {}
}
