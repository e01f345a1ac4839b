package org.cordon.stack.elasticsearch;

import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The token filter {@code stemmer}, for the languages of its English family; others are refused.
 */
@NamedComponent("stemmer")
public final class StemmerFactory implements TokenFilterFactory {
  private final String language;

  /** What a mapping may say about the filter. */
  @AnalysisSettings
  public interface Settings {
    @StringSetting(path = "language", defaultValue = "porter")
    String language();
  }

  @Inject
  public StemmerFactory(Settings settings) {
    this.language = settings.language().toLowerCase(Locale.ROOT);
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return switch (language) {
      case "porter", "english" -> new PorterStemFilter(tokens);
      case "porter2" -> new SnowballFilter(tokens, new EnglishStemmer());
      case "light_english" -> new KStemFilter(tokens);
      case "minimal_english" -> new EnglishMinimalStemFilter(tokens);
      case "possessive_english" -> new EnglishPossessiveFilter(tokens);
      default -> throw new IllegalArgumentException("Invalid stemmer class specified: " + language);
    };
  }
}
