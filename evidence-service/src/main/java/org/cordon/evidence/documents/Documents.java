package org.cordon.evidence.documents;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.cordon.evidence.custody.Custody;
import org.cordon.evidence.custody.CustodyEntry;
import org.cordon.evidence.extraction.Extraction;
import org.cordon.evidence.items.ExtractionState;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Received;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes documents in. The package's description tells the order of steps and what a crash leaves.
 */
@Component
class Documents {
  private final AccessClient access;
  private final Arrivals arrivals;
  private final EvidenceStore store;
  private final Items items;
  private final Custody custody;
  private final Extraction extraction;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  /** Permission to add to a case, and the newest version of the item that is added to. */
  private record Permit(CaseId caseId, Decision decision) {}

  Documents(
      AccessClient access,
      Arrivals arrivals,
      EvidenceStore store,
      Items items,
      Custody custody,
      Extraction extraction,
      IdempotentRequests idempotent,
      Clock clock) {
    this.access = access;
    this.arrivals = arrivals;
    this.store = store;
    this.items = items;
    this.custody = custody;
    this.extraction = extraction;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Decides, receives, registers; the answer is given when all of it is durable.
   *
   * @throws Problem when it is not permitted (as NOT_FOUND), the parts do not fit, or a service
   *     needed for it does not answer; nothing is kept then
   */
  ResponseEntity<DocumentReceipt> upload(UploadDocument command) {
    Permit permit = permit(command);
    ObjectName name = ObjectName.content(permit.caseId(), VersionId.create());
    arrivals.begin(name);
    boolean kept = false;
    try {
      UploadParts.Arrived arrived = command.parts().receive(file -> store.write(name, file));
      ResponseEntity<DocumentReceipt> answer =
          idempotent.once(
              command.person(),
              command.key(),
              command.fingerprint(arrived),
              DocumentReceipt.class,
              () -> register(command, permit, name, arrived));
      kept = answer.getBody() != null && answer.getBody().version().equals(name.version());
      return answer;
    } finally {
      if (!kept) {
        arrivals.discard(name);
      }
    }
  }

  private Permit permit(UploadDocument command) {
    CaseId caseId =
        switch (command.target()) {
          case UploadDocument.Target.NewItem(CaseId target) -> target;
          case UploadDocument.Target.NextVersion(ItemId item) -> caseOfOpenItem(command, item);
        };
    Decision decision = access.decideUpload(command.person(), caseId);
    if (!decision.permitted()) {
      throw Problem.notFound();
    }
    return new Permit(caseId, decision);
  }

  /** Whoever adds a version must be able to find the item: to others it does not exist. */
  private CaseId caseOfOpenItem(UploadDocument command, ItemId item) {
    Optional<Version> newest = items.newest(item);
    VersionId asked = newest.map(Version::id).orElseGet(() -> new VersionId(item.value()));
    boolean open = access.decide(command.person(), ItemAction.FIND, asked).permitted();
    return newest.filter(_ -> open).map(Version::caseId).orElseThrow(Problem::notFound);
  }

  /** Runs in the transaction of the idempotency record. */
  private ResponseEntity<DocumentReceipt> register(
      UploadDocument command, Permit permit, ObjectName name, UploadParts.Arrived arrived) {
    if (!arrivals.end(name.version())) {
      throw new Problem(
          Problem.Kind.UNAVAILABLE, "The upload took too long and was given up. Send it again.");
    }
    Version version =
        switch (command.target()) {
          case UploadDocument.Target.NewItem _ -> addItem(command, name, arrived);
          case UploadDocument.Target.NextVersion(ItemId item) ->
              addVersion(command, item, name, arrived);
        };
    custody.record(
        new CustodyEntry(
            version.id(),
            version.received().at(),
            CustodyEntry.Event.RECEIVED,
            Optional.of(command.person()),
            version.received().content().sha256(),
            "Uploaded as a file of %,d bytes.".formatted(version.received().content().size()),
            Optional.of(permit.decision().entry())));
    extraction.queue(version.id());
    return ResponseEntity.created(URI.create("/api/evidence/items/" + version.item()))
        .body(DocumentReceipt.of(version));
  }

  private Version addItem(UploadDocument command, ObjectName name, UploadParts.Arrived arrived) {
    Version first = version(command, name, arrived, ItemId.create(), 1);
    access.register(Labels.ofNew(first, arrived.metadata()));
    items.addItem(first);
    return first;
  }

  private Version addVersion(
      UploadDocument command, ItemId item, ObjectName name, UploadParts.Arrived arrived) {
    Version newest = items.lockNewest(item).orElseThrow(Problem::notFound);
    Version next = version(command, name, arrived, item, newest.number() + 1);
    access.register(
        Labels.ofNext(
            next,
            arrived.metadata(),
            access.labels(newest.id()).orElseThrow(Problem::unavailable)));
    items.addVersion(next, newest.id());
    return next;
  }

  private Version version(
      UploadDocument command,
      ObjectName name,
      UploadParts.Arrived arrived,
      ItemId item,
      int number) {
    return new Version(
        name.version(),
        item,
        number,
        name.caseId(),
        ItemKind.DOCUMENT,
        arrived.metadata().particulars(arrived.name()),
        new Received(arrived.name().value(), arrived.content(), clock.instant(), command.person()),
        new ExtractionState.Waiting());
  }
}
