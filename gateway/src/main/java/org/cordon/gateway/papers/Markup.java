package org.cordon.gateway.papers;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * The structure that the HTML of a passage may have: no attribute, no address, nothing that runs.
 */
final class Markup {
  private static final Safelist KNOWN =
      new Safelist()
          .addTags("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4")
          .addTags("table", "thead", "tbody", "tr", "th", "td");
  private static final Document.OutputSettings AS_IS =
      new Document.OutputSettings().prettyPrint(false);

  private Markup() {}

  /** The same text with only that structure. */
  static String clean(String html) {
    return Jsoup.clean(html, "", KNOWN, AS_IS);
  }
}
