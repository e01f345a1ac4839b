package org.cordon.stack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cordon's front door as the loader sees it: tokens, cases, agencies, people, documents, and
 * Idempotency-Keys kept by account; what runs beside the cases is in {@link FakeProceedings}. It
 * can be told to refuse, to be busy, and to lose an answer after the work was done.
 */
final class FakeCordon implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PERSON = Pattern.compile("/api/access/cases/([^/]+)/people/([^/]+)");
  private static final Pattern PEOPLE = Pattern.compile("/api/access/cases/([^/]+)/people");
  private static final Pattern AGENCIES = Pattern.compile("/api/access/cases/([^/]+)/agencies");
  private static final Pattern UPLOAD = Pattern.compile("/api/evidence/cases/([^/]+)/documents");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> answered = new HashMap<>();

  final List<JsonNode> cases = new ArrayList<>();
  final List<String> agencies = new ArrayList<>();
  final Map<String, JsonNode> people = new LinkedHashMap<>();
  final List<Upload> uploads = new ArrayList<>();
  final Map<String, Integer> signIns = new HashMap<>();
  final FakeProceedings beside = new FakeProceedings();
  int requests;

  /** From this request on every answer is lost, the work being done; 0 for never. */
  int loseAnswersFrom;

  /** Every n-th request is answered 503 and not done; 0 for never. */
  int busyEvery;

  /** Paths that contain this are refused with 403; empty for none. */
  String refused = "";

  record Upload(String account, String caseId, String fileName, String body, JsonNode metadata) {}

  private record Answer(int status, String body) {}

  FakeCordon() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    requests++;
    if (busyEvery > 0 && requests % busyEvery == 0) {
      send(exchange, new Answer(503, "{\"title\":\"Busy\"}"));
      return;
    }
    var answer = answer(exchange, body);
    if (loseAnswersFrom > 0 && requests >= loseAnswersFrom) {
      exchange.close();
      return;
    }
    send(exchange, answer);
  }

  private Answer answer(HttpExchange exchange, String body) {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/auth/realms/cordon/protocol/openid-connect/token")) {
      return token(body);
    }
    var account = exchange.getRequestHeaders().getFirst("Authorization");
    if (account == null) {
      return new Answer(401, "{}");
    }
    if (!refused.isEmpty() && path.contains(refused)) {
      return new Answer(403, "{\"title\":\"Forbidden\",\"detail\":\"Not open to you.\"}");
    }
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    var method = exchange.getRequestMethod();
    if (beside.knows(path)) {
      var read = body.isEmpty() ? JSON.nullNode() : JSON.readTree(utf8(body));
      var request = new FakeProceedings.Request(account, method, path, String.valueOf(key), read);
      return new Answer(200, beside.answer(request));
    }
    if (method.equals("POST")) {
      var known = answered.get(account + key);
      if (known == null) {
        known = create(path, account, exchange, body);
        answered.put(account + key, known);
      }
      return new Answer(201, known);
    }
    return method.equals("PUT") ? put(path, body) : list(path);
  }

  private Answer token(String form) {
    var account = form.replaceAll(".*username=([^&]*).*", "$1");
    signIns.merge(account, 1, Integer::sum);
    return new Answer(200, "{\"access_token\":\"" + account + "\",\"expires_in\":300}");
  }

  private String create(String path, String account, HttpExchange exchange, String body) {
    var id = UUID.randomUUID().toString();
    var agency = AGENCIES.matcher(path);
    var upload = UPLOAD.matcher(path);
    if (path.equals("/api/access/cases")) {
      cases.add(JSON.readTree(body));
    } else if (agency.matches()) {
      agencies.add(agency.group(1) + "/" + JSON.readTree(body).path("name").asString());
    } else if (upload.matches()) {
      uploads.add(read(account, upload.group(1), exchange, body));
      return "{\"item\":\"" + id + "\"}";
    } else {
      throw new IllegalStateException("No such path " + path);
    }
    return "{\"id\":\"" + id + "\"}";
  }

  private static Upload read(String account, String caseId, HttpExchange exchange, String body) {
    var boundary =
        exchange.getRequestHeaders().getFirst("Content-Type").replaceAll(".*boundary=", "--");
    var parts = body.split(Pattern.quote(boundary), -1);
    var fileName = parts[1].replaceAll("(?s).*?filename=\"([^\"]*)\".*", "$1");
    var file = parts[1].substring(parts[1].indexOf("\r\n\r\n") + 4, parts[1].length() - 2);
    var metadata = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4);
    return new Upload(account, caseId, fileName, file, JSON.readTree(utf8(metadata)));
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private Answer put(String path, String body) {
    var match = PERSON.matcher(path);
    if (!match.matches()) {
      throw new IllegalStateException("No such path " + path);
    }
    people.put(match.group(1) + "/" + match.group(2), JSON.readTree(utf8(body)));
    return new Answer(201, body);
  }

  /** One person a page, so that paging is walked. */
  private Answer list(String path) {
    var match = PEOPLE.matcher(path);
    if (!match.matches()) {
      throw new IllegalStateException("No such path " + path);
    }
    var there =
        people.keySet().stream()
            .filter(name -> name.startsWith(match.group(1)))
            .map(name -> name.substring(name.indexOf('/') + 1))
            .toList();
    var items = there.stream().map(id -> "{\"person\":\"" + id + "\"}").toList();
    return new Answer(200, "{\"items\":[" + String.join(",", items) + "],\"next\":null}");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Nullable JsonNode placeOf(String personId) {
    return people.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(personId))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
