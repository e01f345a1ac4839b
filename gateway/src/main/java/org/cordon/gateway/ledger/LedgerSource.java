package org.cordon.gateway.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The ledger, from access-service. */
@Component
class LedgerSource {
  private final Backends backends;

  LedgerSource(Backends backends) {
    this.backends = backends;
  }

  /** Entries of a stretch. */
  record Entries(List<Entry> entries) {}

  /** The public key of the ledger's checkpoints. */
  record PublicKey(String ledger, String key) {}

  /**
   * The newest checkpoint; empty when nothing is signed yet.
   *
   * @throws Problem NOT_FOUND when no ledger is open to whoever looks
   */
  Optional<SignedState> newest() {
    try {
      return Optional.of(get("/api/access/ledger/checkpoint", SignedState.class));
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.UNAVAILABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  PublicKey key() {
    return get("/api/access/ledger/key", PublicKey.class);
  }

  /**
   * Entries in order.
   *
   * @param start the first position, from 1
   * @param end one past the last
   * @param caseId for those of one case; null for all that are open to whoever looks
   */
  List<Entry> entries(long start, long end, @Nullable CaseId caseId) {
    return backends
        .ask(
            Service.ACCESS,
            access ->
                Objects.requireNonNull(
                    access
                        .get()
                        .uri(address ->
                            address
                                .path("/api/access/ledger/entries")
                                .queryParam("start", start)
                                .queryParam("end", end)
                                .queryParamIfPresent("case", Optional.ofNullable(caseId))
                                .build())
                        .retrieve()
                        .body(Entries.class)))
        .entries();
  }

  Proof inclusion(LedgerEntryId entry, long size) {
    return get("/api/access/ledger/proofs/inclusion?entry=" + entry + "&size=" + size, Proof.class);
  }

  private <T> T get(String address, Class<T> type) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .get()
                    .uri(address)
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(type)));
  }
}
