package org.cordon.stack.elasticsearch;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;

/**
 * The token filter {@code word_delimiter_graph}: parts of reference numbers and compounds. Unlike
 * in a full distribution it takes no {@code type_table} and no {@code protected_words}.
 */
@NamedComponent("word_delimiter_graph")
public final class WordDelimiterGraphFactory implements TokenFilterFactory {
  private final int flags;
  private final boolean adjustOffsets;

  /** What a mapping may say about the filter. */
  @AnalysisSettings
  public interface Settings {
    @BooleanSetting(path = "generate_word_parts", defaultValue = true)
    boolean generateWordParts();

    @BooleanSetting(path = "generate_number_parts", defaultValue = true)
    boolean generateNumberParts();

    @BooleanSetting(path = "catenate_words", defaultValue = false)
    boolean catenateWords();

    @BooleanSetting(path = "catenate_numbers", defaultValue = false)
    boolean catenateNumbers();

    @BooleanSetting(path = "catenate_all", defaultValue = false)
    boolean catenateAll();

    @BooleanSetting(path = "split_on_case_change", defaultValue = true)
    boolean splitOnCaseChange();

    @BooleanSetting(path = "split_on_numerics", defaultValue = true)
    boolean splitOnNumerics();

    @BooleanSetting(path = "preserve_original", defaultValue = false)
    boolean preserveOriginal();

    @BooleanSetting(path = "stem_english_possessive", defaultValue = true)
    boolean stemEnglishPossessive();

    @BooleanSetting(path = "ignore_keywords", defaultValue = false)
    boolean ignoreKeywords();

    @BooleanSetting(path = "adjust_offsets", defaultValue = true)
    boolean adjustOffsets();
  }

  @Inject
  public WordDelimiterGraphFactory(Settings settings) {
    this.adjustOffsets = settings.adjustOffsets();
    this.flags =
        flag(settings.generateWordParts(), GENERATE_WORD_PARTS)
            | flag(settings.generateNumberParts(), GENERATE_NUMBER_PARTS)
            | flag(settings.catenateWords(), CATENATE_WORDS)
            | flag(settings.catenateNumbers(), CATENATE_NUMBERS)
            | flag(settings.catenateAll(), CATENATE_ALL)
            | flag(settings.splitOnCaseChange(), SPLIT_ON_CASE_CHANGE)
            | flag(settings.splitOnNumerics(), SPLIT_ON_NUMERICS)
            | flag(settings.preserveOriginal(), PRESERVE_ORIGINAL)
            | flag(settings.stemEnglishPossessive(), STEM_ENGLISH_POSSESSIVE)
            | flag(settings.ignoreKeywords(), IGNORE_KEYWORDS);
  }

  private static int flag(boolean wanted, int flag) {
    return wanted ? flag : 0;
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new WordDelimiterGraphFilter(
        tokens,
        adjustOffsets,
        WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE,
        flags,
        CharArraySet.EMPTY_SET);
  }
}
