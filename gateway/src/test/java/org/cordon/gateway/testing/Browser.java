package org.cordon.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** As much of a browser as tests need: cookies, redirects where asked, forms. */
public final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** What came back. */
  public record Page(HttpResponse<String> response) {

    /** The status code. */
    public int status() {
      return response.statusCode();
    }

    /** The body as it came. */
    public String body() {
      return response.body();
    }

    /** A header, or an empty string. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The page. */
    public Document document() {
      return Jsoup.parse(response.body(), response.uri().toString());
    }

    /** The text of what a selector finds. */
    public String text(String selector) {
      return document().select(selector).text();
    }
  }

  /** Signs in by going to a page that asks for it, and shows where that led. */
  public Page signIn() {
    return follow("/cases");
  }

  /** Gets a page and follows redirects. */
  public Page follow(String path) {
    Page page = get(path);
    for (int hops = 0; page.status() == 302 || page.status() == 303; hops++) {
      if (hops > 10) {
        throw new IllegalStateException("redirected in circles");
      }
      page = send(request(page.response().uri().resolve(page.header("Location"))).GET());
    }
    return page;
  }

  /** Gets a page. */
  public Page get(String path) {
    return send(request(path).header("Accept", "text/html").GET());
  }

  /** Sends a form with the token of the page that holds it. */
  public Page post(String page, String action, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(page));
    return postAsIs(action, all);
  }

  /** Sends a form as it is. */
  public Page postAsIs(String action, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The token on a page. */
  public String token(String page) {
    return get(page).document().select("meta[name=csrf-token]").attr("content");
  }

  /** The value of a cookie, or null. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** A request to a path of the gateway, with the cookies so far. */
  public HttpRequest.Builder request(String path) {
    return request(URI.create(GatewayUnderTest.ADDRESS + path));
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  /** Sends it and keeps the cookies that come back. */
  public Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Page(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String line) {
    String pair = line.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(name.length() + 1);
    if (value.isEmpty() || line.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
