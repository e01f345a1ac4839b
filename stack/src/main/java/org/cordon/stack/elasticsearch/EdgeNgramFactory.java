package org.cordon.stack.elasticsearch;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;
import org.elasticsearch.plugin.settings.IntSetting;

/**
 * The token filter {@code edge_ngram}: the beginnings of a word, for finding it while it is typed.
 */
@NamedComponent("edge_ngram")
public final class EdgeNgramFactory implements TokenFilterFactory {
  private final int least;
  private final int most;
  private final boolean preserveOriginal;

  /** What a mapping may say about the filter. */
  @AnalysisSettings
  public interface Settings {
    @IntSetting(path = "min_gram", defaultValue = 1)
    int minGram();

    @IntSetting(path = "max_gram", defaultValue = 2)
    int maxGram();

    @BooleanSetting(path = "preserve_original", defaultValue = false)
    boolean preserveOriginal();
  }

  @Inject
  public EdgeNgramFactory(Settings settings) {
    this.least = settings.minGram();
    this.most = settings.maxGram();
    this.preserveOriginal = settings.preserveOriginal();
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new EdgeNGramTokenFilter(tokens, least, most, preserveOriginal);
  }
}
