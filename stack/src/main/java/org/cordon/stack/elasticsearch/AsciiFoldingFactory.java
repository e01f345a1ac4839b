package org.cordon.stack.elasticsearch;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;

/** The token filter {@code asciifolding}: Siân is found as Sian. */
@NamedComponent("asciifolding")
public final class AsciiFoldingFactory implements TokenFilterFactory {
  private final boolean preserveOriginal;

  /** What a mapping may say about the filter. */
  @AnalysisSettings
  public interface Settings {
    @BooleanSetting(path = "preserve_original", defaultValue = false)
    boolean preserveOriginal();
  }

  @Inject
  public AsciiFoldingFactory(Settings settings) {
    this.preserveOriginal = settings.preserveOriginal();
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, preserveOriginal);
  }

  /** Without the original: normalisation must yield one term. */
  @Override
  public TokenStream normalize(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, false);
  }
}
