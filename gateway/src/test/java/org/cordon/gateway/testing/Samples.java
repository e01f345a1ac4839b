package org.cordon.gateway.testing;

/** What the services answer in tests. Everyone in here is invented. */
public final class Samples {
  public static final String PERSON = "01919f00-0000-7000-8000-000000000001";
  public static final String OTHER = "01919f00-0000-7000-8000-000000000002";
  public static final String THIRD = "01919f00-0000-7000-8000-000000000003";
  public static final String CASE = "01919f00-0000-7000-8000-00000000c001";
  public static final String ITEM = "01919f00-0000-7000-8000-0000000001a1";
  public static final String VERSION = "01919f00-0000-7000-8000-0000000002a1";
  public static final String HEALTH = "01919f00-0000-7000-8000-00000000a901";
  public static final String COUNCIL = "01919f00-0000-7000-8000-00000000a902";
  public static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Samples() {}

  /** A case in a list, with one role. */
  public static String caseSummary(String role) {
    return """
    {"id":"%s","reference":"CSPR 2026/04","title":"Review into services for Child K",
     "reviewType":"Local child safeguarding practice review","openedOn":"2026-09-14",
     "roles":["%s"]}
    """
        .formatted(CASE, role);
  }

  /** Whoever asks, with these cases. */
  public static String me(String organisationRoles, String cases) {
    return """
    {"person":"%s","name":"Asha Rowe","account":"asha.rowe","organisationRoles":[%s],
     "cases":[%s]}
    """
        .formatted(PERSON, organisationRoles, cases);
  }

  /** One case, with these actions open. */
  public static String oneCase(String role, String permissions) {
    return """
    {"id":"%s","reference":"CSPR 2026/04","title":"Review into services for Child K",
     "reviewType":"Local child safeguarding practice review","openedOn":"2026-09-14",
     "roles":["%s"],
     "agencies":[{"id":"%s","name":"Fenwick and Dale NHS Trust"},
                 {"id":"%s","name":"Marram Council Children’s Services"}],
     "permissions":[%s]}
    """
        .formatted(CASE, role, HEALTH, COUNCIL, permissions);
  }

  /** The people of the case. */
  public static String people() {
    return """
    {"items":[
      {"person":"%s","name":"Asha Rowe","account":"asha.rowe",
       "agency":{"id":"%s","name":"Marram Council Children’s Services"},
       "roles":["BUSINESS_MANAGER"],"since":"2026-09-14T09:00:00Z"},
      {"person":"%s","name":"Tomasz Birch","account":null,
       "agency":{"id":"%s","name":"Fenwick and Dale NHS Trust"},
       "roles":["CASE_GROUP_MEMBER"],"since":"2026-10-01T10:30:00Z"},
      {"person":"%s","name":"Ines Okafor-Lindqvist","account":"ines.okafor-lindqvist","agency":null,
       "roles":["LEAD_REVIEWER","REVIEW_TEAM_MEMBER"],"since":"2026-09-20T08:00:00Z"}],
     "next":null}
    """
        .formatted(PERSON, COUNCIL, OTHER, HEALTH, THIRD);
  }

  /** One of the people of the case, without an account. */
  public static String person() {
    return """
    {"person":"%s","name":"Tomasz Birch","account":null,
     "agency":{"id":"%s","name":"Fenwick and Dale NHS Trust"},
     "roles":["CASE_GROUP_MEMBER"],"since":"2026-10-01T10:30:00Z"}
    """
        .formatted(OTHER, HEALTH);
  }

  private static String summaryFields(String state, String failure) {
    return """
    "id":"%s","case":"%s","kind":"DOCUMENT","title":"Minutes of the core group, 27 March 2025",
    "date":"2025-03-27","agency":"%s","author":"Core group administrator",
    "documentType":"Minutes of a meeting","state":"%s","failure":%s,
    "version":{"id":"%s","number":2,"sha256":"%s","size":1482000,
      "mediaType":"application/pdf","fileName":"core-group-minutes.pdf",
      "receivedAt":"2026-10-02T09:15:00Z"}
    """
        .formatted(ITEM, CASE, COUNCIL, state, failure, VERSION, HASH);
  }

  /** A list of items. */
  public static String items(String next) {
    return """
    {"items":[{%s},{"id":"01919f00-0000-7000-8000-0000000001a2","case":"%s","kind":"DOCUMENT",
      "title":"Health visitor record, transferred in","date":null,"agency":"%s","author":null,
      "documentType":null,"state":"EXTRACTING","failure":null,
      "version":{"id":"%s","number":1,"sha256":"%s","size":20480,"mediaType":"text/plain",
      "fileName":"record.txt","receivedAt":"2026-10-03T11:00:00Z"}}],"next":%s}
    """
        .formatted(summaryFields("READY", "null"), CASE, HEALTH, VERSION, HASH, next);
  }

  /** One item. */
  public static String item(String state, String failure) {
    return """
    {%s,"description":"Sent by the council’s legal team on a disc.",
     "versions":[
      {"id":"%s","number":2,"sha256":"%s","size":1482000,"mediaType":"application/pdf",
       "fileName":"core-group-minutes.pdf","receivedAt":"2026-10-02T09:15:00Z",
       "receivedBy":"%s","state":"%s","failure":%s},
      {"id":"01919f00-0000-7000-8000-0000000002a0","number":1,"sha256":"%s","size":912,
       "mediaType":"text/plain","fileName":"draft <minutes>.txt",
       "receivedAt":"2026-09-28T16:40:00Z","receivedBy":"%s","state":"READY","failure":null}],
     "metadata":[{"name":"Pages","value":"4"},{"name":"Created with","value":"A word processor"}],
     "custody":[{"at":"2026-09-28T16:40:00Z","event":"RECEIVED","person":"%s","detail":"draft <minutes>.txt"},
                {"at":"2026-10-02T09:15:00Z","event":"VERSION_ADDED","person":"%s","detail":""}]}
    """
        .formatted(
            summaryFields(state, failure),
            VERSION,
            HASH,
            PERSON,
            state,
            failure,
            HASH,
            PERSON,
            PERSON,
            PERSON);
  }

  /** The text of a version, as JSON. */
  public static String text(String content) {
    return "{\"text\":\""
        + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\",\"truncated\":false,\"from\":\"TIKA\"}";
  }

  /** Who has seen the item. */
  public static String exposures() {
    return """
    {"items":[
      {"at":"2026-10-05T14:02:00Z","person":"%s","personName":"Ines Okafor-Lindqvist","item":"%s",
       "version":"%s","action":"read","delivered":true,"entry":"01919f00-0000-7000-8000-00000000e001"},
      {"at":"2026-10-06T08:20:00Z","person":"%s","personName":"Tomasz Birch","item":"%s",
       "version":"%s","action":"read","delivered":false,"entry":"01919f00-0000-7000-8000-00000000e002"}],
     "next":null}
    """
        .formatted(THIRD, ITEM, VERSION, OTHER, ITEM, VERSION);
  }

  /** What a search found. */
  public static String found() {
    return """
    {"total":1204,"hits":[
      {"item":"%s","version":"%s","number":2,"case":"%s","kind":"DOCUMENT",
       "title":"Minutes of the core group, 27 March 2025","date":"2025-03-27","agency":"%s",
       "author":"Core group administrator","documentType":"Minutes of a meeting",
       "snippets":[{"parts":[{"text":"The health visitor reported a ","match":false},
         {"text":"bruise","match":true},{"text":" <b>on the left arm</b> at the ","match":false},
         {"text":"home visit","match":true},{"text":" of 12 March.","match":false}]}]},
      {"item":"01919f00-0000-7000-8000-0000000001a2","version":"%s","number":1,"case":"%s",
       "kind":"DOCUMENT","title":"Health visitor record, transferred in","date":null,
       "agency":"%s","author":null,"documentType":null,
       "snippets":[{"parts":[{"text":"No ","match":false},{"text":"bruise","match":true},
         {"text":" was seen.","match":false}]}]}],
     "facets":{"case":[{"value":"%s","count":1204}],"kind":[{"value":"DOCUMENT","count":1204}],
       "agency":[{"value":"%s","count":800},{"value":"%s","count":404}],
       "documentType":[{"value":"Minutes of a meeting","count":31},{"value":"Health record","count":12}]},
     "timeline":[{"month":"2025-01","count":3},{"month":"2025-02","count":14},{"month":"2025-03","count":41}],
     "next":"cursor+2/="}
    """
        .formatted(ITEM, VERSION, CASE, COUNCIL, VERSION, CASE, HEALTH, CASE, COUNCIL, HEALTH);
  }
}
