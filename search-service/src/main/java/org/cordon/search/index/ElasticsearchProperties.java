package org.cordon.search.index;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param url for example {@code http://127.0.0.1:9200}
 * @param username a user that may manage indices under {@code prefix}
 * @param password that user's password
 * @param prefix what the names of all indices and aliases begin with; lower case
 */
@ConfigurationProperties("cordon.elasticsearch")
public record ElasticsearchProperties(
    URI url, String username, String password, @DefaultValue("cordon") String prefix) {

  /** Without the password, for logs. */
  @Override
  public String toString() {
    return "ElasticsearchProperties[url=%s, username=%s, prefix=%s]"
        .formatted(url, username, prefix);
  }
}
