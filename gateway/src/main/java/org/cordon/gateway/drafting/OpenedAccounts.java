package org.cordon.gateway.drafting;

import java.util.List;
import java.util.Map;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/**
 * What those who write a draft say of the accounts that they opened since it began, from
 * evidence-service. A draft is named by its address there, whether of a paper or of a record.
 */
@Component
public class OpenedAccounts {
  private final Backends backends;

  /** Somebody else who wrote in the draft, and whether they answered for what they opened. */
  public record Writer(PersonId person, boolean answered) {}

  OpenedAccounts(Backends backends) {
    this.backends = backends;
  }

  /** The accounts that whoever looks opened. */
  public List<OpenedAccount> of(String draft) {
    return backends.items(
        Service.EVIDENCE,
        evidence -> evidence.get().uri(draft + "/opened"),
        new ParameterizedTypeReference<Page<OpenedAccount>>() {});
  }

  /** Says of them whether they were used. */
  public void answer(String draft, List<OpenedAccount.Answer> opened) {
    backends.tell(
        Service.EVIDENCE,
        evidence -> evidence.put().uri(draft + "/opened").body(Map.of("opened", opened)));
  }

  /** Who else wrote in the draft and has still to answer. */
  public List<Writer> waiting(String draft) {
    return backends
        .items(
            Service.EVIDENCE,
            evidence -> evidence.get().uri(draft + "/writers"),
            new ParameterizedTypeReference<Page<Writer>>() {})
        .stream()
        .filter(writer -> !writer.answered())
        .toList();
  }
}
