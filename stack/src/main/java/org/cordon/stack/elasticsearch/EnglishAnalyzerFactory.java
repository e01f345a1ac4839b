package org.cordon.stack.elasticsearch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code english}: stop words, possessives and Porter stemming. */
@NamedComponent("english")
public final class EnglishAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new EnglishAnalyzer();
  }
}
