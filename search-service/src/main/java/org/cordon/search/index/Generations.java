package org.cordon.search.index;

import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which generations there are, which one serves, and how far each has come. All of it is kept in
 * Elasticsearch: the alias of the positions says who serves and moves in one request with the
 * aliases of all cases, so there is no half swap; a generation above the serving one is a rebuild
 * that has begun.
 */
@Component
public class Generations {
  private static final String POSITIONS_ID = "positions";

  private final Elasticsearch elasticsearch;
  private final IndexNames names;
  private final Layout layouts;
  private volatile @Nullable Generation serving;

  Generations(Elasticsearch elasticsearch, IndexNames names, Layout layouts) {
    this.elasticsearch = elasticsearch;
    this.names = names;
    this.layouts = layouts;
  }

  /** Either of the two documents beside the indices of a generation. */
  private record Kept(@Nullable Long evidence, @Nullable Long labels, @Nullable Set<CaseId> cases) {

    Positions positions() {
      return evidence == null || labels == null ? Positions.ZERO : new Positions(evidence, labels);
    }
  }

  /** What one generation remembers of itself. */
  record Memory(long evidence, long labels, long reading, int layout) {}

  /** Makes sure of the template and of a generation that serves, and says which it is. */
  public synchronized Generation open() {
    layouts.install();
    Map<String, Set<String>> indices = indices();
    Optional<Generation> found =
        indices.entrySet().stream()
            .filter(index -> index.getValue().contains(names.servingPositions()))
            .flatMap(index -> names.generationOf(index.getKey()).stream())
            .findFirst();
    Generation generation =
        found.orElseGet(
            () -> create(highest(indices).map(Generation::next).orElse(new Generation(1)), true));
    serving = generation;
    return generation;
  }

  /** Whether searches are answered from this generation. */
  public boolean serves(Generation generation) {
    return generation.equals(serving);
  }

  /** Whether one serves at all, so far as this process knows. */
  public boolean isOpen() {
    return serving != null;
  }

  /** The generation that serves; empty before the index has been opened. */
  public Optional<Generation> current() {
    return Optional.ofNullable(serving);
  }

  /** The rebuild that has begun and does not serve yet. */
  public Optional<Generation> building() {
    Generation current = serving;
    return current == null
        ? Optional.empty()
        : highest(aliases(names.everyPositions()))
            .filter(generation -> generation.compareTo(current) > 0);
  }

  /** Begins a rebuild, or says which one has begun already. */
  public synchronized Generation begin() {
    return building().orElseGet(() -> create(highest(indices()).orElseThrow().next(), false));
  }

  /** Whether a generation's documents are as this program writes them. */
  public boolean isUpToDate(Generation generation) {
    return memory(generation).map(memory -> memory.layout() == Layout.NUMBER).orElse(true);
  }

  /** How far a generation has come. */
  public Positions positions(Generation generation) {
    return memory(generation)
        .map(memory -> new Positions(memory.evidence(), memory.labels()))
        .orElse(Positions.ZERO);
  }

  /** The last reading that a generation has written. */
  public long lastReading(Generation generation) {
    return memory(generation).map(Memory::reading).orElse(0L);
  }

  /**
   * What searches may rely on.
   *
   * @param withTraces cases whose common index must not be scored at present
   */
  public record Serving(Positions positions, Set<CaseId> withTraces) {
    public Serving {
      withTraces = Set.copyOf(withTraces);
    }
  }

  /** How far the serving generation has come. */
  public Serving serving() {
    return elasticsearch.call(client -> {
      List<MultiGetResponseItem<Kept>> found =
          client
              .mget(
                  get -> get.index(names.servingPositions()).ids(POSITIONS_ID, Traces.ID),
                  Kept.class)
              .docs();
      if (found.stream().anyMatch(MultiGetResponseItem::isFailure)) {
        throw Elasticsearch.unavailable();
      }
      Kept positions = found.get(0).result().source();
      Kept traces = found.get(1).result().source();
      return new Serving(
          positions == null ? Positions.ZERO : positions.positions(),
          traces == null || traces.cases() == null ? Set.of() : traces.cases());
    });
  }

  /** The number of documents that searches reach, whoever may see them. */
  public long documents() {
    return elasticsearch.call(client ->
        client
            .count(count ->
                count.index(names.everyCase()).allowNoIndices(true).ignoreUnavailable(true))
            .count());
  }

  /** Remembers how far a generation has come, once that is durable and refreshed. */
  public void record(Generation generation, Positions positions, long reading) {
    Memory memory = new Memory(positions.evidence(), positions.labels(), reading, Layout.NUMBER);
    elasticsearch.call(client ->
        client.index(request ->
            request.index(names.positions(generation)).id(POSITIONS_ID).document(memory)));
  }

  /** Lets a generation serve in place of the one that did, in one atomic step. */
  public synchronized void serve(Generation next) {
    List<Action> actions = new ArrayList<>();
    indices()
        .forEach((index, aliases) -> {
          if (names.generationOf(index).equals(Optional.of(next))) {
            aliasesOf(index)
                .forEach(alias ->
                    actions.add(
                        Action.of(action -> action.add(add -> add.index(index).alias(alias)))));
          } else {
            aliases.forEach(alias ->
                actions.add(
                    Action.of(
                        action -> action.remove(remove -> remove.index(index).alias(alias)))));
          }
        });
    elasticsearch.call(client -> client.indices().updateAliases(update -> update.actions(actions)));
    serving = next;
  }

  /** Deletes what came before the serving generation. */
  public void deleteOlder() {
    Generation current = serving;
    if (current == null) {
      return;
    }
    List<Action> actions =
        indices().keySet().stream()
            .filter(index ->
                names.generationOf(index).filter(found -> found.compareTo(current) < 0).isPresent())
            .map(index -> Action.of(action -> action.removeIndex(remove -> remove.index(index))))
            .toList();
    if (!actions.isEmpty()) {
      elasticsearch.call(
          client -> client.indices().updateAliases(update -> update.actions(actions)));
    }
  }

  /** Makes both indices of a case, with the aliases if this generation serves. */
  void createCase(Generation generation, CaseId caseId) {
    for (Layer layer : Layer.values()) {
      createIndex(names.documents(generation, caseId, layer), serves(generation), null);
    }
  }

  /** Makes what was written to a generation visible, whoever wrote it. */
  public void refresh(Generation generation) {
    elasticsearch.call(client ->
        client
            .indices()
            .refresh(
                refresh -> refresh.index(names.everyDocuments(generation)).allowNoIndices(true)));
  }

  private Generation create(Generation generation, boolean serves) {
    createIndex(names.positions(generation), serves, Layout.resource("positions.json"));
    Memory start = new Memory(0, 0, 0, Layout.NUMBER);
    elasticsearch.make(client ->
        client.index(request ->
            request
                .index(names.positions(generation))
                .id(POSITIONS_ID)
                .opType(OpType.Create)
                .document(start)));
    return generation;
  }

  private void createIndex(String index, boolean serves, @Nullable String definition) {
    elasticsearch.make(client ->
        client
            .indices()
            .create(request -> {
              if (definition != null) {
                request.withJson(new StringReader(definition));
              }
              request.index(index);
              if (serves) {
                aliasesOf(index).forEach(alias -> request.aliases(alias, settings -> settings));
              }
              return request;
            }));
  }

  private List<String> aliasesOf(String index) {
    Optional<CaseId> caseId = names.caseOf(index);
    if (caseId.isEmpty()) {
      return List.of(names.servingPositions());
    }
    return index.endsWith(Layer.COMMON.word())
        ? List.of(names.wholeCase(caseId.get()), names.commonOf(caseId.get()))
        : List.of(names.wholeCase(caseId.get()));
  }

  private Optional<Memory> memory(Generation generation) {
    return read(names.positions(generation));
  }

  private Optional<Memory> read(String index) {
    return elasticsearch.call(client ->
        Optional.ofNullable(
            client.get(get -> get.index(index).id(POSITIONS_ID), Memory.class).source()));
  }

  private Map<String, Set<String>> indices() {
    return aliases(names.everything());
  }

  private Map<String, Set<String>> aliases(String pattern) {
    return elasticsearch.call(client -> {
      Map<String, Set<String>> found = new TreeMap<>();
      client
          .indices()
          .getAlias(get -> get.index(pattern).allowNoIndices(true))
          .result()
          .forEach((index, aliases) -> found.put(index, aliases.aliases().keySet()));
      return found;
    });
  }

  private Optional<Generation> highest(Map<String, Set<String>> indices) {
    return indices.keySet().stream()
        .flatMap(index -> names.generationOf(index).stream())
        .max(Comparator.naturalOrder());
  }
}
