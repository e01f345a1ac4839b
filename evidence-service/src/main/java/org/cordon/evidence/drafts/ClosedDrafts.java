package org.cordon.evidence.drafts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.cordon.evidence.items.ExtractionState;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Received;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.StoredContent;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes versions of drafts that are closed; each step may be repeated. */
@Component
class ClosedDrafts {
  private final DraftStore drafts;
  private final PassageStore passages;
  private final WrittenVersions written;
  private final Items items;
  private final EvidenceStore store;
  private final AccessClient access;
  private final TransactionTemplate transactions;

  ClosedDrafts(
      DraftStore drafts,
      PassageStore passages,
      WrittenVersions written,
      Items items,
      EvidenceStore store,
      AccessClient access,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.passages = passages;
    this.written = written;
    this.items = items;
    this.store = store;
    this.access = access;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Does what is left to do for a draft that is closed. */
  Version finish(VersionId id) {
    Version version = items.find(id).orElseGet(() -> keep(closed(id)));
    access.freeze(id);
    return version;
  }

  private Version keep(Draft draft) {
    WrittenContent content =
        WrittenContent.of(draft.structure(), draft.title(), passages.current(draft));
    StoredContent stored = store(draft, content.bytes());
    Draft.Frozen frozen = draft.frozen().orElseThrow();
    Version version =
        new Version(
            draft.version(),
            draft.item(),
            draft.number(),
            draft.caseId(),
            draft.kind(),
            WrittenVersions.particulars(draft.title()),
            new Received(WrittenVersions.fileName(draft.title()), stored, frozen.at(), frozen.by()),
            new ExtractionState.Waiting());
    transactions.executeWithoutResult(_ -> {
      drafts.lock(draft.version());
      if (items.find(draft.version()).isEmpty()) {
        written.keep(
            version,
            content,
            "Frozen from a draft of %,d passages.".formatted(draft.order().size()),
            frozen.decision());
      }
    });
    return items.find(draft.version()).orElseThrow();
  }

  private Draft closed(VersionId id) {
    Optional<Draft> draft = drafts.find(id);
    return draft
        .filter(it -> !it.isOpen())
        .orElseThrow(() -> new IllegalStateException("draft " + id + " is not closed"));
  }

  private StoredContent store(Draft draft, byte[] bytes) {
    try {
      return store.write(
          ObjectName.content(draft.caseId(), draft.version()), new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
