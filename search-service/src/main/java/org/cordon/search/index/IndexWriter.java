package org.cordon.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes versions. A version lies in one of its case's two indices and each write also takes it out
 * of the other, so a relabelled one moves. Writing the same again changes nothing.
 *
 * <p>Each write bears the time of its reading as external version: a write that arrives late, from
 * a process that was killed meanwhile, loses against what was read after it.
 */
@Component
public class IndexWriter {
  private static final Logger LOG = LoggerFactory.getLogger(IndexWriter.class);
  private static final int MANY = 10_000;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final Elasticsearch elasticsearch;
  private final IndexNames names;
  private final Generations generations;
  private final Set<String> created = ConcurrentHashMap.newKeySet();

  IndexWriter(Elasticsearch elasticsearch, IndexNames names, Generations generations) {
    this.elasticsearch = elasticsearch;
    this.names = names;
    this.generations = generations;
  }

  /** What the index remembers of a version. */
  public record Known(VersionId version, ItemId item, String labelsDigest, boolean revised) {}

  /** Every version that the index holds of these items. */
  public List<Known> ofItems(Generation generation, CaseId caseId, Collection<ItemId> items) {
    return known(generation, caseId, "item", items);
  }

  /** Those of the versions that the index holds. */
  public List<Known> ofVersions(
      Generation generation, CaseId caseId, Collection<VersionId> versions) {
    return known(generation, caseId, "version", versions);
  }

  /**
   * Writes versions of one case; on return they are durable and visible to searches.
   *
   * @param absent versions to take out
   * @param reading when the versions were read, in microseconds; grows from batch to batch
   */
  public void write(
      Generation generation,
      CaseId caseId,
      Collection<IndexedVersion> versions,
      Collection<VersionId> absent,
      long reading) {
    createCase(generation, caseId);
    List<BulkOperation> operations = new ArrayList<>();
    for (IndexedVersion version : versions) {
      Layer layer = Layer.of(version.labels());
      String id = version.content().version().toString();
      operations.add(index(names.documents(generation, caseId, layer), id, version, reading));
      operations.add(delete(names.documents(generation, caseId, layer.other()), id, reading));
    }
    for (VersionId version : absent) {
      for (Layer layer : Layer.values()) {
        operations.add(
            delete(names.documents(generation, caseId, layer), version.toString(), reading));
      }
    }
    if (operations.isEmpty()) {
      return;
    }
    BulkResponse response =
        elasticsearch.call(
            client -> client.bulk(bulk -> bulk.operations(operations).refresh(Refresh.True)));
    Set<String> emptied = check(response, names.documents(generation, caseId, Layer.COMMON));
    emptied.forEach(this::forget);
  }

  private List<Known> known(
      Generation generation, CaseId caseId, String field, Collection<?> values) {
    createCase(generation, caseId);
    record Source(VersionId version, ItemId item, String labelsDigest, boolean revised) {}
    List<FieldValue> terms = values.stream().map(Object::toString).map(FieldValue::of).toList();
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
                                filter.includes("version", "item", "labelsDigest", "revised")))
                        .query(
                            query -> query.terms(t -> t.field(field).terms(v -> v.value(terms)))),
                Source.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> java.util.Optional.ofNullable(hit.source()).stream())
        .map(source ->
            new Known(source.version(), source.item(), source.labelsDigest(), source.revised()))
        .toList();
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
   * @return the common index, if something was taken out of it
   */
  private static Set<String> check(BulkResponse response, String common) {
    Set<String> emptied = new TreeSet<>();
    for (BulkResponseItem item : response.items()) {
      if (item.error() == null) {
        if ("deleted".equals(item.result()) && common.equals(item.index())) {
          emptied.add(item.index());
        }
      } else if (item.status() == TOO_MANY || item.status() >= 500) {
        LOG.warn("Elasticsearch put off a write: {} {}", item.status(), item.error().type());
        throw Elasticsearch.unavailable();
      } else if (item.status() != CONFLICT) {
        LOG.error("version {} cannot be indexed: {}", item.id(), item.error().type());
      }
    }
    return emptied;
  }

  /**
   * Deleted documents go on counting in an index's statistics until they are merged away. One that
   * left the common index may now be forbidden, so its traces are removed at once.
   */
  private void forget(String common) {
    elasticsearch.call(client ->
        client.indices().forcemerge(merge -> merge.index(common).onlyExpungeDeletes(true)));
    elasticsearch.call(client -> client.indices().refresh(refresh -> refresh.index(common)));
  }

  /** The labels of a version as the index would remember them. */
  public static boolean carries(Known known, VersionLabels labels) {
    return known.labelsDigest().equals(IndexedVersion.digest(labels));
  }
}
