package org.cordon.gateway.labels;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The labels of versions, from access-service. */
@Component
public class Labels {
  private static final String OF_VERSION = "/api/access/versions/{version}/";
  private final Backends backends;

  Labels(Backends backends) {
    this.backends = backends;
  }

  /** Labels, with the tag by which access-service knows them as they were shown. */
  public record Shown(LabelsOfVersion labels, String entityTag) {}

  /** The labels of a version; empty when they are not open to whoever looks. */
  public Optional<LabelsOfVersion> find(VersionId version) {
    return look(version).map(Shown::labels);
  }

  /** The same for whoever may go on to change them. */
  public Optional<Shown> look(VersionId version) {
    return Backends.find(() ->
        backends.ask(
            Service.ACCESS,
            access -> {
              ResponseEntity<LabelsOfVersion> answer =
                  access
                      .get()
                      .uri(OF_VERSION + "labels", version)
                      .retrieve()
                      .toEntity(LabelsOfVersion.class);
              String tag = answer.getHeaders().getETag();
              return new Shown(Objects.requireNonNull(answer.getBody()), tag == null ? "" : tag);
            }));
  }

  /**
   * Marks a version, or lifts marks from it.
   *
   * @param seen the tag of the labels that this rests on; so with every change
   */
  public void mark(VersionId version, String seen, Marks marks) {
    send(version, seen, "labels", marks.toSend());
  }

  /** An account that a version holds through a source, and why it is cleared of it (rule 4). */
  public record Clearance(PersonId account, VersionId source, String reason) {}

  /** Clears a version of an account that it holds through a source (rule 4). */
  public void clear(VersionId version, String seen, Clearance clearance) {
    send(version, seen, "clearances", clearance);
  }

  /** An agency's consent, who gave it, and what it covers (rule 8). */
  public record Consent(AgencyId agency, String givenBy, String reason) {}

  /** Records an agency's consent (rule 8). */
  public void consent(VersionId version, String seen, Consent consent) {
    send(version, seen, "consents", consent);
  }

  /**
   * Sends a version to members of the case group, as far as they could then read it (rule 18).
   *
   * @param rehearse only says to whom it would go
   */
  public Circulated circulate(VersionId version, List<PersonId> people, boolean rehearse) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri(OF_VERSION + "circulations", version)
                    .body(Map.of("people", people, "rehearse", rehearse))
                    .retrieve()
                    .body(Circulated.class)));
  }

  private void send(VersionId version, String seen, String what, Object fields) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .post()
                .uri(OF_VERSION + what, version)
                .header(HttpHeaders.IF_MATCH, seen)
                .body(fields)
                .retrieve()
                .toBodilessEntity());
  }
}
