package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;

/**
 * What access-service must know of a version before anyone may see it. What is not registered is
 * denied.
 *
 * @param number 1 for the first version of its item
 * @param accountsOf whose accounts the version holds (rule 4); at most 200
 * @param matters facts in issue that it speaks to; at most 200
 * @param delicate not for plenary (rule 7)
 * @param quarantined holds a passage that only the approving officer sees (rules 6 and 10)
 * @param originators the agencies whose consent it takes to show it on and has not been given (rule
 *     8); at most 200
 * @param circulatedTo the case group members it was circulated to; at most 200
 * @param sources the versions it was written from; at most 200
 * @param publishedToBoard for a final report that the board may read
 */
public record VersionLabels(
    VersionId version,
    ItemId item,
    int number,
    @JsonProperty("case") CaseId caseId,
    ItemKind kind,
    Set<PersonId> accountsOf,
    Set<String> matters,
    boolean delicate,
    boolean quarantined,
    Set<AgencyId> originators,
    Set<PersonId> circulatedTo,
    Set<VersionId> sources,
    boolean publishedToBoard) {
  public static final int MAX_SET = 200;

  public VersionLabels {
    if (number < 1) {
      throw Problem.invalid("number", "must be at least 1.");
    }
    accountsOf = limited("accountsOf", accountsOf);
    matters = limited("matters", matters);
    originators = limited("originators", originators);
    circulatedTo = limited("circulatedTo", circulatedTo);
    sources = limited("sources", sources);
  }

  /** Labels of a plain document that every searching role of its case may read. */
  public static VersionLabels common(VersionId version, ItemId item, int number, CaseId caseId) {
    return new VersionLabels(
        version,
        item,
        number,
        caseId,
        ItemKind.DOCUMENT,
        Set.of(),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  /**
   * Whether this is what every searching role of the case may read: a document that holds no
   * account, speaks to no matter, is neither delicate nor quarantined and waits for no originator's
   * consent. Only among such versions may term statistics be shared.
   */
  @JsonIgnore
  public boolean isCommon() {
    return kind == ItemKind.DOCUMENT
        && accountsOf.isEmpty()
        && matters.isEmpty()
        && !delicate
        && !quarantined
        && originators.isEmpty();
  }

  /** The same, circulated to these people. */
  public VersionLabels withCirculatedTo(Set<PersonId> people) {
    return new VersionLabels(
        version,
        item,
        number,
        caseId,
        kind,
        accountsOf,
        matters,
        delicate,
        quarantined,
        originators,
        people,
        sources,
        publishedToBoard);
  }

  /** The labels by field, as a filter reads them. */
  public Map<LabelField, Set<String>> fields() {
    Map<LabelField, Set<String>> fields = new EnumMap<>(LabelField.class);
    fields.put(LabelField.VERSION, Set.of(version.toString()));
    fields.put(LabelField.CASE, Set.of(caseId.toString()));
    fields.put(LabelField.KIND, Set.of(kind.name()));
    fields.put(LabelField.ACCOUNTS_OF, texts(accountsOf));
    fields.put(LabelField.MATTERS, matters);
    fields.put(LabelField.DELICATE, Set.of(String.valueOf(delicate)));
    fields.put(LabelField.QUARANTINED, Set.of(String.valueOf(quarantined)));
    fields.put(LabelField.ORIGINATORS, texts(originators));
    fields.put(LabelField.CIRCULATED_TO, texts(circulatedTo));
    fields.put(LabelField.PUBLISHED_TO_BOARD, Set.of(String.valueOf(publishedToBoard)));
    return fields;
  }

  private static Set<String> texts(Collection<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Set<T> limited(String field, Collection<T> values) {
    if (values.size() > MAX_SET) {
      throw Problem.invalid(field, "must have at most " + MAX_SET + " members.");
    }
    return Set.copyOf(List.copyOf(values));
  }
}
