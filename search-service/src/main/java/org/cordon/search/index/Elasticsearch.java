package org.cordon.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.platform.problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every call to Elasticsearch goes through here, so that what it says of a failure, which may
 * repeat the words of a query, reaches neither a log nor a caller.
 */
@Component
public final class Elasticsearch {
  private static final Logger LOG = LoggerFactory.getLogger(Elasticsearch.class);

  private static final int CONFLICT = 409;
  private static final String EXISTS = "resource_already_exists_exception";

  private final ElasticsearchClient client;

  /** Calls through this client. */
  public Elasticsearch(ElasticsearchClient client) {
    this.client = client;
  }

  /** One call. */
  @FunctionalInterface
  public interface Call<T> {
    /** Makes the call. */
    T on(ElasticsearchClient client) throws IOException;
  }

  /**
   * Makes the call.
   *
   * @throws Problem UNAVAILABLE when Elasticsearch does not answer, or answers that it failed
   */
  public <T> T call(Call<T> call) {
    try {
      return call.on(client);
    } catch (ElasticsearchException refused) {
      LOG.warn("Elasticsearch answered {} {}", refused.status(), refused.error().type());
      throw unavailable();
    } catch (Problem known) {
      throw known;
    } catch (IOException | RuntimeException noAnswer) {
      LOG.warn("Elasticsearch did not answer: {}", kinds(noAnswer));
      throw unavailable();
    }
  }

  /** The classes of a failure and what is behind it; their messages may hold words of a query. */
  private static String kinds(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(5)
        .map(cause -> cause.getClass().getSimpleName())
        .collect(Collectors.joining(" < "));
  }

  /**
   * Makes something, unless it is there already.
   *
   * @throws Problem UNAVAILABLE as {@link #call}
   */
  void make(Call<?> call) {
    call(client -> {
      try {
        call.on(client);
        return true;
      } catch (ElasticsearchException refused) {
        if (refused.status() == CONFLICT || EXISTS.equals(refused.error().type())) {
          return false;
        }
        throw refused;
      }
    });
  }

  /** What a person is told when the index cannot be asked. */
  public static Problem unavailable() {
    return new Problem(
        Problem.Kind.UNAVAILABLE,
        "Search is not working just now. Nothing is lost, and documents can still be opened from their case."
            + " Try again in a few minutes.");
  }
}
