package org.cordon.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/**
 * The three services behind one door, answering for a lead reviewer until a test says otherwise.
 */
public final class Neighbours {
  /** The one answer for what is not there or not open. */
  public static final String NOT_FOUND =
      "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
          + "\"detail\":\"There is nothing here, or it is not open to you.\"}";

  /** Every action that a case knows. */
  public static final String EVERYTHING =
      "\"find\",\"upload\",\"readPeople\",\"managePeople\",\"removePeople\",\"readExposures\","
          + "\"readProceedings\",\"tightenProceedings\",\"manageProceedings\",\"readLedger\","
          + "\"writePapers\",\"managePreparation\",\"manageMeetings\"";

  private final WireMockServer services =
      new WireMockServer(
          WireMockConfiguration.wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  /** Started. */
  public Neighbours() {
    services.start();
    reset();
  }

  /** Where all of them are. */
  public String url() {
    return "http://127.0.0.1:" + services.port();
  }

  /** For a test's own answers and questions. */
  public WireMockServer services() {
    return services;
  }

  /** Back to the first answers, with nothing recorded. */
  public void reset() {
    services.resetAll();
    services.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(NOT_FOUND)));
    json(
        "/api/access/me", Samples.me("\"BUSINESS_MANAGER\"", Samples.caseSummary("LEAD_REVIEWER")));
    json("/api/access/cases/" + Samples.CASE, Samples.oneCase("LEAD_REVIEWER", EVERYTHING));
    json("/api/access/cases/" + Samples.CASE + "/people", Samples.people());
    services.stubFor(
        get(urlPathEqualTo("/api/access/cases/" + Samples.CASE + "/people/" + Samples.OTHER))
            .willReturn(okJson(Samples.person()).withHeader("ETag", "\"3\"")));
    json("/api/access/cases/" + Samples.CASE + "/exposures", Samples.exposures());
    json("/api/access/cases/" + Samples.CASE + "/proceedings", Facts.proceedings(Facts.EVERYTHING));
    json(
        "/api/access/cases/" + Samples.CASE + "/standings",
        Facts.standings(true, Facts.EVERYTHING));
    json(
        "/api/access/cases/" + Samples.CASE + "/declarations",
        Facts.declarations(Samples.THIRD, false, true));
    json(
        "/api/access/cases/" + Samples.CASE + "/investigators",
        Facts.investigators(Facts.EVERYTHING, Samples.OTHER));
    json("/api/access/items/" + Samples.ITEM + "/audience", Viewers.audience());
    labels(LabelSamples.labels("\"tighten\",\"manage\",\"circulate\""), LabelSamples.TAG);
    json(
        "/api/access/versions/" + LabelSamples.EARLIER + "/labels",
        LabelSamples.bare("\"tighten\",\"manage\",\"circulate\""));
    new SmallLedger().answer(this);
    json("/api/evidence/cases/" + Samples.CASE + "/items", Samples.items("null"));
    json("/api/evidence/items/" + Samples.ITEM, Samples.item("READY", "null"));
    services.stubFor(
        get(urlPathMatching("/api/evidence/items/" + Samples.ITEM + "/versions/\\d/text"))
            .willReturn(okJson(Samples.text("Core group minutes\n\n  Present: four people\n"))));
    json("/api/search", Samples.found());
    PaperSamples.answer(this);
  }

  /** Answers with these labels of the sample version. */
  public void labels(String body, String tag) {
    services.stubFor(
        get(urlPathEqualTo("/api/access/versions/" + Samples.VERSION + "/labels"))
            .willReturn(okJson(body).withHeader("ETag", tag)));
  }

  /** Answers a GET with that document. */
  public void json(String path, String body) {
    services.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(body)));
  }
}
