package org.cordon.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes versions. A version lies in one of its case's two indices, and a write takes it out of the
 * other, so a relabelled one moves. Writing the same again changes nothing.
 *
 * <p>Each write bears the time of its reading as external version: a write that arrives late, from
 * a process that was killed meanwhile, loses against what was read after it.
 */
@Component
public class IndexWriter {
  private static final Logger LOG = LoggerFactory.getLogger(IndexWriter.class);
  private static final int MANY = 10_000;
  private static final int CONFLICT = 409;
  private static final int ABSENT = 404;
  private static final int TOO_MANY = 429;
  private static final Set<String> LEAVES_TRACES = Set.of("updated", "deleted");

  private final Elasticsearch elasticsearch;
  private final IndexNames names;
  private final Generations generations;
  private final Traces traces;
  private final Set<String> created = ConcurrentHashMap.newKeySet();

  IndexWriter(
      Elasticsearch elasticsearch, IndexNames names, Generations generations, Traces traces) {
    this.elasticsearch = elasticsearch;
    this.names = names;
    this.generations = generations;
    this.traces = traces;
  }

  /** What the index remembers of a version. */
  public record Known(VersionId version, String layer, String labelsDigest, String digest) {

    /** Whether these are the labels that the index has already. */
    public boolean carries(VersionLabels labels) {
      return labelsDigest.equals(IndexedVersion.digest(labels));
    }

    /** Whether writing this version would change nothing. */
    public boolean is(IndexedVersion version) {
      return digest.equals(version.document().get("digest"));
    }
  }

  /** A version to write, or to take out, with what the index has of it now. */
  public record Change(VersionId version, Optional<IndexedVersion> wanted, Optional<Known> known) {}

  /** What the index has of these versions. */
  public List<Known> known(Generation generation, CaseId caseId, Collection<VersionId> versions) {
    createCase(generation, caseId);
    List<FieldValue> ids = versions.stream().map(VersionId::toString).map(FieldValue::of).toList();
    return elasticsearch
        .call(client ->
            client.search(
                search ->
                    search
                        .index(
                            names.documents(generation, caseId, Layer.COMMON),
                            names.documents(generation, caseId, Layer.REST))
                        .allowPartialSearchResults(false)
                        .size(MANY)
                        .source(source ->
                            source.filter(filter ->
                                filter.includes("version", "layer", "labelsDigest", "digest")))
                        .query(
                            query -> query.terms(t -> t.field("version").terms(v -> v.value(ids)))),
                Known.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Optional.ofNullable(hit.source()).stream())
        .toList();
  }

  /**
   * Writes versions of one case; on return they are durable and visible to searches.
   *
   * @param reading when the versions were read, in microseconds; grows from batch to batch
   */
  public void write(
      Generation generation, CaseId caseId, Collection<Change> changes, long reading) {
    createCase(generation, caseId);
    List<BulkOperation> operations =
        changes.stream()
            .flatMap(change -> operations(generation, caseId, change, reading))
            .toList();
    if (operations.isEmpty()) {
      return;
    }
    String common = names.documents(generation, caseId, Layer.COMMON);
    BulkResponse response =
        elasticsearch.call(client -> client.bulk(bulk -> bulk.operations(operations)));
    if (leavesTraces(response, common)) {
      traces.mark(generation, caseId);
    }
    elasticsearch.call(client ->
        client
            .indices()
            .refresh(
                refresh -> refresh.index(common, names.documents(generation, caseId, Layer.REST))));
  }

  private Stream<BulkOperation> operations(
      Generation generation, CaseId caseId, Change change, long reading) {
    String id = change.version().toString();
    Optional<Layer> lies = change.known().map(known -> Layer.from(known.layer()));
    Optional<Layer> wanted = change.wanted().map(IndexedVersion::layer);
    Stream<BulkOperation> leaves =
        lies.filter(layer -> !wanted.equals(Optional.of(layer))).stream()
            .map(layer -> delete(names.documents(generation, caseId, layer), id, reading));
    Stream<BulkOperation> arrives =
        change.wanted().stream()
            .map(version ->
                index(names.documents(generation, caseId, version.layer()), id, version, reading));
    return Stream.concat(leaves, arrives);
  }

  private void createCase(Generation generation, CaseId caseId) {
    String key = generation.number() + "/" + caseId;
    if (!created.contains(key)) {
      generations.createCase(generation, caseId);
      created.add(key);
    }
  }

  private static BulkOperation index(
      String index, String id, IndexedVersion version, long reading) {
    return BulkOperation.of(operation ->
        operation.index(write ->
            write
                .index(index)
                .id(id)
                .version(reading)
                .versionType(VersionType.ExternalGte)
                .document(version.document())));
  }

  private static BulkOperation delete(String index, String id, long reading) {
    return BulkOperation.of(operation ->
        operation.delete(write ->
            write.index(index).id(id).version(reading).versionType(VersionType.ExternalGte)));
  }

  /**
   * A conflict means that something newer is there already, and nothing to delete is as good as
   * deleted. What Elasticsearch refuses for what it is would be refused again: it stays out, is
   * logged by id, and does not hold up the others.
   *
   * @return whether something was replaced in or taken out of the common index
   */
  private static boolean leavesTraces(BulkResponse response, String common) {
    boolean traces = false;
    for (BulkResponseItem item : response.items()) {
      if (item.error() == null) {
        traces |= common.equals(item.index()) && LEAVES_TRACES.contains(item.result());
      } else if (item.status() == TOO_MANY || item.status() >= 500) {
        LOG.warn("Elasticsearch put off a write: {} {}", item.status(), item.error().type());
        throw Elasticsearch.unavailable();
      } else if (item.status() != CONFLICT && item.status() != ABSENT) {
        LOG.error("version {} cannot be indexed: {}", item.id(), item.error().type());
      }
    }
    return traces;
  }
}
