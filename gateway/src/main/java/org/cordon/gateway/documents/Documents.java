package org.cordon.gateway.documents;

import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.springframework.stereotype.Component;

/** Adding files, which stream on to evidence-service as they arrive. */
@Component
class Documents {
  private final Backends backends;

  Documents(Backends backends) {
    this.backends = backends;
  }

  Added add(CaseId caseId, FilePart file, Metadata metadata, String key) {
    return send("/api/evidence/cases/{id}/documents", caseId, file, metadata, key);
  }

  /** Streams a further version of an item. */
  Added addVersion(ItemId item, FilePart file, Metadata metadata, String key) {
    return send("/api/evidence/items/{id}/versions", item, file, metadata, key);
  }

  private Added send(String address, Object id, FilePart file, Metadata metadata, String key) {
    var body = new OutgoingMultipart(file, metadata.toSend());
    return backends.send(evidence ->
        Objects.requireNonNull(
            evidence
                .post()
                .uri(address, id)
                .contentType(body.contentType())
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .body(Added.class)));
  }
}
