package org.cordon.evidence;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.testing.TestIssuer;
import org.cordon.stack.engines.ObjectStoreEngine;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a free port, with PostgreSQL, an object store and workers that are real; one
 * context for all.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class EvidenceTest {
  protected static final JsonMapper JSON = JsonMapper.builder().build();
  protected static final String BUCKET = "evidence";
  protected static final PostgresEngine.Database DATABASE =
      TestEngines.postgres().database("evidence");
  protected static final ObjectStoreEngine OBJECTS = TestEngines.objectStore();
  protected static final AccessServiceNextDoor ACCESS = AccessServiceNextDoor.shared();
  protected static final Path KEY_FILE = keyFile();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  protected final CaseId caseId = CaseId.create();
  protected final PersonId reviewer = PersonId.create();

  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TestIssuer.shared().register(registry);
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::appUser);
    registry.add("spring.datasource.password", DATABASE::appPassword);
    registry.add("spring.flyway.user", DATABASE::ownerUser);
    registry.add("spring.flyway.password", DATABASE::ownerPassword);
    registry.add("spring.flyway.placeholders.app", DATABASE::appUser);
    registry.add("cordon.access.url", ACCESS::url);
    registry.add("cordon.objects.endpoint", OBJECTS::endpoint);
    registry.add("cordon.objects.access-key", OBJECTS::accessKey);
    registry.add("cordon.objects.secret-key", OBJECTS::secretKey);
    registry.add("cordon.objects.bucket", () -> BUCKET);
    registry.add("cordon.encryption.key-file", KEY_FILE::toString);
    registry.add("cordon.evidence.max-file-size", () -> "32MB");
    registry.add("cordon.extraction.time", () -> "60s");
    registry.add("cordon.extraction.memory", () -> "192MB");
  }

  protected URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  protected static String token(PersonId person) {
    return TestIssuer.shared().person(person, "A Reviewer");
  }

  protected static String serviceToken() {
    return TestIssuer.shared().service("search-service");
  }

  protected HttpResponse<String> get(String path, String token) {
    return send(
        HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  protected JsonNode json(String path, String token) {
    HttpResponse<String> response = get(path, token);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  protected HttpResponse<byte[]> download(String path, PersonId person) {
    return send(
        HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token(person)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  protected HttpResponse<String> upload(PersonId person, String path, Multipart body) {
    return upload(person, path, body, null);
  }

  protected HttpResponse<String> upload(
      PersonId person, String path, Multipart body, @org.jspecify.annotations.Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + token(person))
            .header("Content-Type", body.contentType())
            .POST(body.publisher());
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Uploads a document to the test's case, as its reviewer, and returns the receipt. */
  protected JsonNode add(String name, byte[] content) {
    return add(name, content, "{}");
  }

  protected JsonNode add(String name, byte[] content, String metadata) {
    HttpResponse<String> response =
        upload(reviewer, documents(), Multipart.of(name, content, metadata));
    if (response.statusCode() != 201) {
      throw new AssertionError("upload answered " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  protected String documents() {
    return "/api/evidence/cases/" + caseId + "/documents";
  }

  /** The item once its reading has come to an end. */
  protected JsonNode awaitRead(JsonNode receipt) {
    awaitState(receipt);
    return json("/api/evidence/items/" + receipt.get("item").asString(), token(reviewer));
  }

  /** Waits until the reading has come to an end; nobody is asked for permission. */
  protected void awaitState(JsonNode receipt) {
    String path = "/internal/versions/" + receipt.get("version").asString();
    String token = serviceToken();
    await(
        Duration.ofMinutes(4),
        () -> {
          String state = json(path, token).get("state").asString();
          return state.equals("READY") || state.equals("FAILED");
        });
  }

  /** The keys of the objects that are stored for a case, and of unfinished ones. */
  protected static List<String> objectsOf(CaseId caseId) {
    List<String> keys = new ArrayList<>();
    try {
      for (Result<Item> each :
          minio()
              .listObjects(
                  ListObjectsArgs.builder()
                      .bucket(BUCKET)
                      .prefix("cases/" + caseId + "/")
                      .recursive(true)
                      .build())) {
        keys.add(each.get().objectName());
      }
    } catch (ErrorResponseException e) {
      if (!e.errorResponse().code().equals("NoSuchBucket")) {
        throw new AssertionError(e);
      }
    } catch (MinioException e) {
      throw new AssertionError(e);
    }
    return keys;
  }

  /** A client of the object store that knows nothing of the service. */
  protected static MinioClient minio() {
    return MinioClient.builder()
        .endpoint(OBJECTS.endpoint())
        .region("us-east-1")
        .credentials(OBJECTS.accessKey(), OBJECTS.secretKey())
        .build();
  }

  protected static void await(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  protected static <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  protected static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path keyFile() {
    try {
      Path file =
          Files.createTempFile(
              "cordon-key-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      file.toFile().deleteOnExit();
      byte[] key = new byte[32];
      new java.security.SecureRandom().nextBytes(key);
      Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A multipart body with a file and its metadata. */
  public record Multipart(String boundary, HttpRequest.BodyPublisher publisher) {
    public static Multipart of(String name, byte[] content, String metadata) {
      return of(name, HttpRequest.BodyPublishers.ofByteArray(content), metadata);
    }

    public static Multipart of(String name, HttpRequest.BodyPublisher content, String metadata) {
      String boundary = "b" + UUID.randomUUID();
      return new Multipart(
          boundary,
          HttpRequest.BodyPublishers.concat(
              text(filePart(boundary, name)),
              content,
              text("\r\n" + metadataPart(boundary, metadata)),
              text("--" + boundary + "--\r\n")));
    }

    public static Multipart raw(String boundary, String body) {
      return new Multipart(boundary, text(body));
    }

    public static Multipart stream(String name, java.util.function.Supplier<InputStream> content) {
      return of(name, HttpRequest.BodyPublishers.ofInputStream(content), "{}");
    }

    public static String filePart(String boundary, String name) {
      return "--"
          + boundary
          + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
          + name
          + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    public static String metadataPart(String boundary, String metadata) {
      return "--"
          + boundary
          + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n"
          + metadata
          + "\r\n";
    }

    String contentType() {
      return "multipart/form-data; boundary=" + boundary;
    }

    private static HttpRequest.BodyPublisher text(String text) {
      return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
  }
}
