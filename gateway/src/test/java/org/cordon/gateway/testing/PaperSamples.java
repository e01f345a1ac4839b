package org.cordon.gateway.testing;

/** Working papers as evidence-service answers them in tests. Invented. */
public final class PaperSamples {
  public static final String PAPER = "01919f00-0000-7000-8000-0000000001b1";
  public static final String DRAFT = "01919f00-0000-7000-8000-0000000002b3";
  public static final String FIRST = "01919f00-0000-7000-8000-0000000003b1";
  public static final String SECOND = "01919f00-0000-7000-8000-0000000003b2";
  public static final String COMMENT = "01919f00-0000-7000-8000-0000000001c1";
  public static final String OF_CASE = "/api/evidence/cases/" + Samples.CASE + "/papers";
  public static final String OF_PAPER = "/api/evidence/papers/" + PAPER;
  public static final String PASSAGES = OF_PAPER + "/draft/passages";

  private PaperSamples() {}

  static void answer(Neighbours neighbours) {
    neighbours.json(OF_CASE, list());
    neighbours.json(OF_PAPER, paper("\"write\",\"freeze\",\"comment\""));
    neighbours.json(OF_PAPER + "/draft", draft(first(2), second()));
    neighbours.json(PASSAGES + "/" + FIRST + "/revisions", "{\"items\":[" + first(2) + "]}");
    neighbours.json(OF_PAPER + "/draft/closed", "{\"items\":[]}");
    neighbours.json(OF_PAPER + "/draft/opened", "{\"items\":[]}");
    neighbours.json(OF_PAPER + "/draft/writers", "{\"items\":[]}");
    neighbours.json(OF_PAPER + "/versions/2", version());
    neighbours.json(OF_PAPER + "/versions/2/comments", comments());
  }

  /** Two papers: one in draft with two versions, one that was only begun. */
  public static String list() {
    return """
    {"items":[{"id":"%s","kind":"CHRONOLOGY","title":"Chronology <of> the first year",
      "draft":{"version":"%s","number":3,"begunAt":"2026-10-05T10:00:00Z"},
      "newest":%s},
     {"id":"01919f00-0000-7000-8000-0000000001b2","kind":"FINDING","title":"Records that travel",
      "draft":{"version":"01919f00-0000-7000-8000-0000000002c1","number":1,
        "begunAt":"2026-10-06T10:00:00Z"},"newest":null}],"next":"cursor+2/="}
    """
        .formatted(PAPER, DRAFT, frozen(2));
  }

  private static String frozen(int number) {
    return """
    {"id":"01919f00-0000-7000-8000-0000000002b%1$d","number":%1$d,"sha256":"%2$s",
     "frozenAt":"2026-10-0%1$dT09:15:00Z","frozenBy":"%3$s"}
    """
        .formatted(number, Samples.HASH, Samples.THIRD);
  }

  /** A chronology with two versions and a draft of the third. */
  public static String paper(String may) {
    return paper(
        may, "{\"version\":\"" + DRAFT + "\",\"number\":3,\"begunAt\":\"2026-10-05T10:00:00Z\"}");
  }

  /** The same with another draft, or none. */
  public static String paper(String may, String draft) {
    return """
    {"id":"%s","case":"%s","kind":"CHRONOLOGY","title":"Chronology <of> the first year",
     "draft":%s,"versions":[%s,%s],"may":[%s]}
    """
        .formatted(PAPER, Samples.CASE, draft, frozen(1), frozen(2), may);
  }

  /** The draft with these passages. */
  public static String draft(String... passages) {
    return """
    {"version":"%s","number":3,"title":"Chronology <of> the first year","revision":7,
     "passages":[%s],"sources":[{"version":"%s","item":"%s","title":"Minutes <of> the core group"}]}
    """
        .formatted(DRAFT, String.join(",", passages), Samples.VERSION, Samples.ITEM);
  }

  /** An entry with a day, an agency and a source, as it was saved for the nth time. */
  public static String first(int revision) {
    return """
    {"id":"%s","revision":%d,"kind":"PARAGRAPH","level":null,
     "text":"The health visitor saw <b>a bruise</b>.",
     "html":"<p>The health visitor saw &lt;b&gt;a bruise&lt;/b&gt;.</p>",
     "section":"ENTRY","from":"2025-03-12","to":null,"agency":"%s","pattern":null,
     "citations":[{"version":"%s","item":"%s","quote":"a bruise on the left arm",
       "verbatim":false}],
     "accountsOf":["%s"],"savedAt":"2026-10-06T10:05:00Z","savedBy":"%s"}
    """
        .formatted(
            FIRST,
            revision,
            Samples.HEALTH,
            Samples.VERSION,
            Samples.ITEM,
            Samples.OTHER,
            Samples.THIRD);
  }

  /** A passage with nothing but text, whose HTML is hostile. */
  public static String second() {
    return """
    {"id":"%s","revision":1,"kind":"QUOTATION","text":"He **said** so.",
     "html":"<blockquote onclick=x()><p>He <strong>said</strong> so.<script>x()</script><a href='javascript:x()'>link</a><img src=x onerror=x()></p></blockquote><form action=/x><input></form>",
     "citations":[],"accountsOf":[],"savedAt":"2026-10-06T11:00:00Z","savedBy":"%s"}
    """
        .formatted(SECOND, Samples.PERSON);
  }

  /** The second version, read. */
  public static String version() {
    return """
    {"version":"01919f00-0000-7000-8000-0000000002b2","number":2,
     "title":"Chronology <of> the first year","passages":[%s,%s],"sha256":"%s",
     "sources":[{"version":"%s","item":"%s","title":"Minutes <of> the core group"}]}
    """
        .formatted(first(2), second(), Samples.HASH, Samples.VERSION, Samples.ITEM);
  }

  /** One comment on the second version. */
  public static String comments() {
    return """
    {"items":[{"id":"%s","version":"01919f00-0000-7000-8000-0000000002b2","number":2,
      "passage":"%s","text":"I remember it <differently>.","by":"%s","at":"2026-10-07T09:00:00Z"}],
     "next":null}
    """
        .formatted(COMMENT, FIRST, Samples.OTHER);
  }
}
