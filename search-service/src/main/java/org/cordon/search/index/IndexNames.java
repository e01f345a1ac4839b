package org.cordon.search.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Component;

/** The names of indices and aliases. Searches use the aliases only. */
@Component
public final class IndexNames {
  private final String prefix;
  private final Pattern generations;

  /** Names that begin with the configured prefix. */
  public IndexNames(ElasticsearchProperties properties) {
    this.prefix = properties.prefix();
    this.generations = Pattern.compile(Pattern.quote(prefix) + "-g([0-9]{1,9})-.*");
  }

  /** Both indices of a case, of the generation that serves. */
  public String wholeCase(CaseId caseId) {
    return prefix + "-case-" + caseId;
  }

  /** The common index of a case, of the generation that serves. */
  public String commonOf(CaseId caseId) {
    return prefix + "-common-" + caseId;
  }

  /** The positions of the generation that serves. */
  String servingPositions() {
    return prefix + "-positions";
  }

  String positions(Generation generation) {
    return prefix + "-g" + generation.number() + "-positions";
  }

  String documents(Generation generation, CaseId caseId, Layer layer) {
    return prefix + "-g" + generation.number() + "-case-" + caseId + "-" + layer.word();
  }

  /** Every index of every generation. */
  String everything() {
    return prefix + "-g*";
  }

  /** The positions of every generation. */
  String everyPositions() {
    return prefix + "-g*-positions";
  }

  /** Every document index, for the template that gives them their mapping. */
  String everyDocuments() {
    return prefix + "-g*-case-*";
  }

  String everyDocuments(Generation generation) {
    return prefix + "-g" + generation.number() + "-case-*";
  }

  String everyCommon(Generation generation) {
    return everyDocuments(generation) + "-" + Layer.COMMON.word();
  }

  String template() {
    return prefix + "-documents";
  }

  /** The alias through which searches reach every case. */
  String everyCase() {
    return prefix + "-case-*";
  }

  Optional<Generation> generationOf(String index) {
    Matcher matcher = generations.matcher(index);
    return matcher.matches()
        ? Optional.of(new Generation(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The case of a document index, from its name. */
  Optional<CaseId> caseOf(String index) {
    int start = index.indexOf("-case-");
    if (start < 0 || index.length() < start + 42) {
      return Optional.empty();
    }
    return Optional.of(CaseId.from(index.substring(start + 6, start + 42)));
  }
}
