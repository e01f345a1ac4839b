package org.cordon.evidence.conversations;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.conversations.QuarantineStore.Outcome;
import org.cordon.evidence.conversations.QuarantineStore.QuarantineDecision;
import org.cordon.evidence.conversations.QuarantineStore.Quarantined;
import org.cordon.evidence.drafts.BeginDraft;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.MoreLabels;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passages that went outside the guide (rule 10). Each becomes an item of its own that is marked
 * before its words are stored anywhere, and that the approving officer alone reads.
 */
@Component
class Quarantine {
  static final int MAX_REASON = 2_000;
  private static final String STRUCTURE = "QUARANTINED_PASSAGE";
  private static final int MOST = 200;

  private final Conversations conversations;
  private final Records records;
  private final QuarantineStore store;
  private final Drafts drafts;
  private final Editing editing;
  private final Freezing freezing;
  private final WrittenVersions written;
  private final Items items;
  private final AccessClient access;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** What the officer decides, as they send it. */
  record WantedQuarantineDecision(@Nullable Outcome decision, @Nullable String reason) {}

  /** A quarantined passage as the approving officer reads it. */
  record OpenQuarantined(Quarantined quarantined, List<ShownPassage> passages) {
    OpenQuarantined {
      passages = List.copyOf(passages);
    }
  }

  Quarantine(
      Conversations conversations,
      Records records,
      QuarantineStore store,
      Drafts drafts,
      Editing editing,
      Freezing freezing,
      WrittenVersions written,
      Items items,
      AccessClient access,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.conversations = conversations;
    this.records = records;
    this.store = store;
    this.drafts = drafts;
    this.editing = editing;
    this.freezing = freezing;
    this.written = written;
    this.items = items;
    this.access = access;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Keeps a passage out of the record's draft.
   *
   * @return how much waits for the officer, in words
   * @throws Problem NOT_FOUND when the person may not write in the draft; CONFLICT when it is
   *     frozen or keeps {@value #MOST} out already
   */
  String keepOut(PersonId by, ConversationId id, WantedPassage wanted) {
    Conversation conversation = conversations.requireWritable(by, id);
    OpenDraft record = drafts.write(records.writing(by, id));
    WantedPassage.Checked checked = wanted.checked(Records.SECTIONS);
    if (!record.draft().isOpen() || store.of(record.draft().item()).size() >= MOST) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "The record's draft takes no further passage. Begin the next one.");
    }
    Draft own = begin(by, conversation, record.draft());
    drafts.register(own, Set.of(conversation.participant()), Set.of());
    access.addLabels(own.version(), new MoreLabels(Set.of(), Set.of(), false, true, false));
    // Nothing of what was said is stored before the mark is.
    Writing writing = new Writing(by, own.item(), CaseAction.WRITE_CONVERSATIONS, Records.SECTIONS);
    Editing.Sourced sourced = editing.source(writing, own, unplaced(wanted, checked));
    editing.add(by, own, sourced);
    freezing.freeze(by, new OpenDraft(own, record.decision()));
    return store.waitingInWords(record.draft().item());
  }

  private Draft begin(PersonId by, Conversation conversation, Draft record) {
    Draft begun =
        transactions.execute(_ -> {
          Draft own =
              drafts.begin(
                  new BeginDraft(
                      conversation.caseId(),
                      ItemKind.CONVERSATION_RECORD,
                      STRUCTURE,
                      "Passage outside the guide",
                      by));
          store.add(record.item(), own.version(), own.begunAt(), by);
          return own;
        });
    if (begun == null) {
      throw new IllegalStateException("no draft was begun");
    }
    return begun;
  }

  /** It stands alone in its item, whatever it was to come after. */
  private static WantedPassage unplaced(WantedPassage wanted, WantedPassage.Checked checked) {
    return new WantedPassage(
        checked.content().kind(),
        wanted.level(),
        wanted.text(),
        wanted.section(),
        wanted.from(),
        wanted.to(),
        wanted.agency(),
        wanted.pattern(),
        wanted.citations(),
        wanted.accountsOf(),
        null);
  }

  /**
   * What was kept out, for the approving officer; each passage is decided on by itself.
   *
   * @throws Problem NOT_FOUND when it is not theirs to decide on
   */
  List<OpenQuarantined> list(PersonId officer, ConversationId id) {
    conversations.requirePermitted(officer, CaseAction.DECIDE_QUARANTINE, id);
    List<OpenQuarantined> open = new ArrayList<>();
    for (Quarantined each : store.of(records.itemOf(id))) {
      if (access.decide(officer, ItemAction.READ, each.version()).permitted()) {
        open.add(
            new OpenQuarantined(
                each, content(each).map(ShownPassage::of).map(List::of).orElse(List.of())));
      }
    }
    return open;
  }

  /**
   * Releases a passage into the record, or keeps it.
   *
   * @param wanted the reason has 1 to {@value #MAX_REASON} characters
   * @throws Problem NOT_FOUND when it is not there or not theirs to decide on; CONFLICT when it was
   *     decided on before
   */
  Quarantined decide(
      PersonId officer, ConversationId id, VersionId version, WantedQuarantineDecision wanted) {
    Conversations.Permitted permitted =
        conversations.requirePermitted(officer, CaseAction.DECIDE_QUARANTINE, id);
    boolean readable = access.decide(officer, ItemAction.READ, version).permitted();
    Quarantined found = require(id, version);
    if (!readable) {
      throw Problem.notFound();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    QuarantineDecision decision =
        new QuarantineDecision(
            Problem.require("decision", wanted.decision()),
            Prose.require("reason", wanted.reason(), MAX_REASON),
            now,
            officer);
    if (found.decision() != null) {
      throw decided();
    }
    boolean released = decision.decision() == Outcome.RELEASED;
    Optional<OpenDraft> target =
        released ? Optional.of(target(officer, id, permitted.decision())) : Optional.empty();
    boolean first =
        Boolean.TRUE.equals(
            transactions.execute(_ -> {
              boolean added = store.decide(version, decision, permitted.decision().entry());
              if (added) {
                target.ifPresent(it -> release(officer, found, it.draft()));
              }
              return added;
            }));
    if (!first) {
      throw decided();
    }
    target
        .filter(it -> it.draft().begunBy().equals(officer))
        .ifPresent(it ->
            records.freeze(
                officer,
                permitted.conversation(),
                records.find(id).orElseThrow(Problem::notFound),
                it));
    return require(id, version);
  }

  /** The record's open draft, or a new one that becomes a version at once. */
  private OpenDraft target(PersonId officer, ConversationId id, Decision decision) {
    Optional<Draft> open = drafts.find(records.itemOf(id));
    Draft draft =
        open.orElseGet(() ->
            drafts.beginNext(
                new Writing(
                    officer, records.itemOf(id), CaseAction.DECIDE_QUARANTINE, Records.SECTIONS)));
    return new OpenDraft(draft, decision);
  }

  /** The words themselves go into the record, not their item: that stays marked. */
  private void release(PersonId officer, Quarantined found, Draft draft) {
    PassageContent content = content(found).orElseThrow(Problem::notFound).content();
    if (!content.cited().isEmpty()) {
      access.addSources(draft.version(), content.cited());
    }
    if (!content.accountsOf().isEmpty()) {
      access.addLabels(draft.version(), MoreLabels.accountsOf(Set.copyOf(content.accountsOf())));
    }
    editing.add(officer, draft, new Editing.Sourced(content, Optional.empty(), 0));
  }

  private Optional<org.cordon.evidence.passages.Passage> content(Quarantined quarantined) {
    Optional<Version> version = items.find(quarantined.version());
    return version.map(written::read).map(it -> it.passages().getFirst());
  }

  private Quarantined require(ConversationId id, VersionId version) {
    return store.of(records.itemOf(id)).stream()
        .filter(it -> it.version().equals(version))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static Problem decided() {
    return new Problem(Problem.Kind.CONFLICT, "This passage was decided on already.");
  }
}
