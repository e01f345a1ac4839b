package org.cordon.access.labels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cordon.access.decisions.Moment;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.feed.Feed;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What access-service knows of every version, and the feed that tells the index. */
@Service
public class Labels {
  private static final int MAX_MATTER = 100;

  private final LabelStore store;
  private final OwnLabelStore own;
  private final Drafts drafts;
  private final RegistrationStore registrations;
  private final Ledger ledger;
  private final Feed feed;
  private final Clock clock;

  Labels(
      LabelStore store,
      OwnLabelStore own,
      Drafts drafts,
      RegistrationStore registrations,
      Ledger ledger,
      Feed labelsFeed,
      Clock clock) {
    this.store = store;
    this.own = own;
    this.drafts = drafts;
    this.registrations = registrations;
    this.ledger = ledger;
    this.feed = labelsFeed;
    this.clock = clock;
  }

  /**
   * Registers a version, with what its sources hold added to its own labels (rule 4). The same
   * again changes nothing.
   *
   * @param draft true when it can still change; see {@link Drafts#requireFit}
   * @throws Problem INVALID when the case or a source is unknown, or a source is of another case;
   *     CONFLICT when the version is registered otherwise or abandoned, or the item is of another
   *     case or kind, has that number or has a draft
   */
  @Transactional
  public void register(VersionLabels declared, boolean draft) {
    declared.matters().forEach(matter -> Line.require("matters", matter, MAX_MATTER));
    registrations.lock(declared.version());
    store.lock(declared.caseId(), false);
    registrations.lock(declared.item());
    drafts.requireNotAbandoned(declared.version());
    String digest = digest(declared, draft);
    Optional<String> before = registrations.findDeclared(declared.version());
    if (before.isPresent()) {
      if (!before.get().equals(digest)) {
        throw conflict("This version is registered with other labels already.");
      }
      return;
    }
    if (!registrations.caseExists(declared.caseId())) {
      throw Problem.invalid("case", "is not a case.");
    }
    drafts.requireFit(declared, draft);
    OwnLabels ownLabels = OwnLabels.declared(declared);
    VersionLabels labels =
        new Inheritance(ownLabels, sources(declared), Map.of(), Set.of()).of(declared);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!registrations.addItem(labels)) {
      throw conflict("This item is registered with another case or kind.");
    }
    if (!registrations.addVersion(labels, digest, now)) {
      throw conflict("This item has a version of that number already.");
    }
    OwnLabelStore.Stamp stamp = new OwnLabelStore.Stamp(now, null, null);
    own.add(declared.version(), ownLabels, stamp);
    own.addSources(declared.version(), declared.sources(), true, stamp);
    UUID event = Uuids.timeOrdered();
    store.addLabels(event, 1, labels, now);
    if (draft) {
      drafts.begin(declared.version(), now);
    } else {
      feed.append(event);
    }
    ledger.append(
        new LedgerEvent.Changed(
            null,
            draft ? "draftRegistered" : "labelsRegistered",
            new LedgerEvent.Place(labels.caseId(), labels.item(), labels.version(), null),
            digest));
  }

  /** Whether a version can still change, so that nothing is to be opened by it. */
  public boolean isDraft(VersionId version) {
    return drafts.isDraft(version);
  }

  /**
   * What opens something to somebody is for what can no longer change.
   *
   * @throws Problem CONFLICT when it is a draft
   */
  public void requireFrozen(VersionId version) {
    drafts.requireFrozen(version);
  }

  /** The labels of a version as they are now. */
  public Optional<VersionLabels> find(VersionId version) {
    return Optional.ofNullable(store.labelsOf(Set.of(version), Moment.NOW).get(version));
  }

  /** The versions of an item, oldest first; none when it is not registered. */
  public List<VersionId> versionsOf(ItemId item) {
    return store.versionsOf(item);
  }

  /** The moments at which labels of these versions were recorded. */
  public List<Instant> moments(Collection<VersionId> versions) {
    return store.moments(versions);
  }

  /** A version at a moment. */
  public record At(VersionId version, Instant moment) {}

  /** Whose accounts each of these held then, in their order. */
  public List<Set<PersonId>> accountsAt(List<At> questions) {
    return questions.isEmpty() ? List.of() : store.accountsAt(questions);
  }

  /** Versions of these cases whose labels changed after a position of the feed. */
  public Set<VersionId> relabelledSince(long position, Set<CaseId> cases) {
    return store.relabelledSince(position, cases);
  }

  /** The feed after a position, each change with the labels as they are now; waits for a change. */
  public LabelChanges changes(long after, int limit, Duration wait) throws InterruptedException {
    List<Feed.Placed> placed = feed.after(after, limit, wait);
    Map<UUID, VersionLabels> labels =
        store.labelsBehind(placed.stream().map(Feed.Placed::id).toList());
    List<LabelChanges.LabelChange> changes =
        placed.stream()
            .flatMap(event ->
                Optional.ofNullable(labels.get(event.id())).stream()
                    .map(held -> new LabelChanges.LabelChange(event.position(), held)))
            .toList();
    return new LabelChanges(changes, placed.isEmpty() ? after : placed.getLast().position());
  }

  private Collection<VersionLabels> sources(VersionLabels declared) {
    Map<VersionId, VersionLabels> sources = store.labelsOf(declared.sources(), Moment.NOW);
    if (sources.size() < declared.sources().size()) {
      throw Problem.invalid("sources", "names a version that is not registered.");
    }
    if (sources.values().stream().anyMatch(it -> !it.caseId().equals(declared.caseId()))) {
      throw Problem.invalid("sources", "names a version of another case.");
    }
    return sources.values();
  }

  /** SHA-256 over what was declared, in an order that does not depend on the sets. */
  private static String digest(VersionLabels declared, boolean draft) {
    String text =
        String.join(
            "\n",
            declared.version().toString(),
            declared.item().toString(),
            String.valueOf(declared.number()),
            declared.caseId().toString(),
            declared.kind().name(),
            sorted(declared.accountsOf()),
            sorted(declared.matters()),
            String.valueOf(declared.delicate()),
            declared.originators().isEmpty() ? "null" : sorted(declared.originators()),
            sorted(declared.circulatedTo()),
            sorted(declared.sources()),
            String.valueOf(declared.publishedToBoard())
                + (declared.quarantined() ? "\nquarantined" : "")
                + (draft ? "\ndraft" : ""));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sorted(Collection<?> values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add(value.toString()));
    return String.join("\t", texts);
  }

  private static Problem conflict(String message) {
    return new Problem(Problem.Kind.CONFLICT, message);
  }
}
