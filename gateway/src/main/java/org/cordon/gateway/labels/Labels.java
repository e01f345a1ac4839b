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
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** The labels of versions, from access-service. */
@Component
public class Labels {
  private static final String OF_VERSION = "/api/access/versions/{version}/";
  private final Backends backends;

  Labels(Backends backends) {
    this.backends = backends;
  }

  /** The labels of a version; empty when they are not open to whoever looks. */
  public Optional<LabelsOfVersion> find(VersionId version) {
    try {
      return Optional.of(
          backends.ask(
              Service.ACCESS,
              access ->
                  Objects.requireNonNull(
                      access
                          .get()
                          .uri(OF_VERSION + "labels", version)
                          .retrieve()
                          .body(LabelsOfVersion.class))));
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Marks a version, or lifts marks from it. */
  public void mark(VersionId version, Marks marks) {
    send(version, "labels", marks.toSend());
  }

  /** Clears a version of an account that it holds through a source (rule 4). */
  public void clear(VersionId version, PersonId account, VersionId source, String reason) {
    send(version, "clearances", Map.of("account", account, "source", source, "reason", reason));
  }

  /** Records an agency's consent (rule 8). */
  public void consent(VersionId version, AgencyId agency, String givenBy, String reason) {
    send(version, "consents", Map.of("agency", agency, "givenBy", givenBy, "reason", reason));
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

  private void send(VersionId version, String what, Map<String, Object> fields) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .post()
                .uri(OF_VERSION + what, version)
                .body(fields)
                .retrieve()
                .toBodilessEntity());
  }
}
