package org.cordon.gateway.audience;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;

/**
 * What access-service answers to: who can, could and did see this, and what did this person see?
 */
@Component
class Audiences {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv");
  private static final ParameterizedTypeReference<Page<Sighted>> PAGE =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Audiences(Backends backends) {
    this.backends = backends;
  }

  /**
   * Everybody beside an item.
   *
   * @param before what happened from this moment on is left out; null for everything until now
   */
  Audience of(ItemId item, @Nullable Instant before) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .get()
                    .uri(audience(item, before))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(Audience.class)));
  }

  /** The same as a file for a spreadsheet. */
  byte[] csvOf(ItemId item, @Nullable Instant before) {
    return csv(audience(item, before));
  }

  /** A page of what a person has seen, newest first. */
  Page<Sighted> seenBy(
      CaseId caseId, PersonId person, @Nullable Instant before, @Nullable String after, int limit) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .get()
                    .uri(exposures(caseId, person, before, after, limit))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(PAGE)));
  }

  /** All of it as a file for a spreadsheet. */
  byte[] csvSeenBy(CaseId caseId, PersonId person, @Nullable Instant before) {
    return csv(exposures(caseId, person, before, null, null));
  }

  private byte[] csv(Function<UriBuilder, URI> address) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access.get().uri(address).accept(CSV).retrieve().body(byte[].class)));
  }

  private static Function<UriBuilder, URI> audience(ItemId item, @Nullable Instant before) {
    return address ->
        address
            .path("/api/access/items/{item}/audience")
            .queryParamIfPresent("before", Optional.ofNullable(before))
            .build(item);
  }

  private static Function<UriBuilder, URI> exposures(
      CaseId caseId,
      PersonId person,
      @Nullable Instant before,
      @Nullable String after,
      @Nullable Integer limit) {
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
    wanted.put("person", person);
    wanted.put("before", before);
    wanted.put("after", after);
    wanted.put("limit", limit);
    wanted.values().removeIf(Objects::isNull);
    List<String> names = List.copyOf(wanted.keySet());
    wanted.put("case", caseId);
    return address -> {
      address.path("/api/access/cases/{case}/exposures");
      names.forEach(name -> address.queryParam(name, "{" + name + "}"));
      return address.build(wanted);
    };
  }
}
