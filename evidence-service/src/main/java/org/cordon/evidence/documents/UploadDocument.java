package org.cordon.evidence.documents;

import java.util.Optional;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;

/** A person adds a document, or a version of one; its parts are still to be read. */
record UploadDocument(
    PersonId person, Target target, Optional<IdempotencyKey> key, UploadParts parts) {

  /** Where it goes. */
  sealed interface Target {
    /** A new item of a case. */
    record NewItem(CaseId caseId) implements Target {}

    /** The next version of an item. */
    record NextVersion(ItemId item) implements Target {}
  }

  /** Equal for equal requests, as far as what was sent goes. */
  String fingerprint(UploadParts.Arrived arrived) {
    return "upload %s %s %s %d"
        .formatted(
            target,
            arrived.content().sha256(),
            arrived.name().value(),
            arrived.metadata().hashCode());
  }
}
