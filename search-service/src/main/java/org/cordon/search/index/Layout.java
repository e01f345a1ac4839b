package org.cordon.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The mapping of the document indices, kept as an index template. Each text is indexed twice, with
 * its accents folded: as the {@code english} analyzer does, which finds a word in any of its forms,
 * and word for word. A generation that was made with another layout is rebuilt.
 */
@Component
final class Layout {
  /** Raise it with every change of {@code documents.json} that old documents do not fit. */
  static final int NUMBER = 3;

  private final Elasticsearch elasticsearch;
  private final IndexNames names;

  Layout(Elasticsearch elasticsearch, IndexNames names) {
    this.elasticsearch = elasticsearch;
    this.names = names;
  }

  /** Puts the template in place; indices made from now on have this layout. */
  void install() {
    String json = resource("documents.json").replace("${pattern}", names.everyDocuments());
    elasticsearch.call(client ->
        client
            .indices()
            .putIndexTemplate(
                template -> template.name(names.template()).withJson(new StringReader(json))));
  }

  static String resource(String name) {
    try (InputStream stream = Layout.class.getResourceAsStream("/index/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
