package org.cordon.access.authzen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cordon.access.authzen.Bodies.PageBody;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.SecurityProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Page tokens (section 8.2 of the standard): opaque to callers, sealed with HMAC-SHA256 and bound
 * to the whole search, so that one given for a search works for that search only. The key is made
 * from the service's own secret: any instance can read the tokens of another, and they end when the
 * secret is renewed.
 */
@Component
class PageTokens {
  static final int MOST = 200;
  private static final int ORDINARY = 50;
  private static final int DIGEST = 32;
  private static final int MOST_TOKEN = 1_000;
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SecretKeySpec key;

  PageTokens(SecurityProperties properties) {
    SecretKeySpec secret =
        new SecretKeySpec(properties.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    byte[] purpose = "authzen page tokens, 1".getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(seal(secret, purpose), "HmacSHA256");
  }

  /**
   * The part of the results that a page asks for.
   *
   * @throws Problem INVALID when the token was not given for this search with these parameters, or
   *     the limit is negative
   */
  Search.Window window(Search search, @Nullable PageBody page) {
    Long limit = page == null ? null : page.limit();
    if (limit != null && limit < 0) {
      throw Problem.invalid("page.limit", "must not be negative.");
    }
    int wanted = limit == null ? ORDINARY : (int) Math.min(limit, MOST);
    if (page == null || page.token() == null || page.token().isEmpty()) {
      return new Search.Window("", wanted);
    }
    Search.Window window = opened(page.token(), search, page.properties());
    if (limit != null && window.limit() != wanted) {
      throw Problem.invalid("page.limit", "must be the same for every page.");
    }
    return window;
  }

  /** The token for what comes after this key. */
  String token(Search search, @Nullable PageBody page, int limit, String after) {
    byte[] cursor = after.getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(Integer.BYTES + 2 * DIGEST + cursor.length)
            .putInt(limit)
            .put(digest(search))
            .put(digest(properties(page == null ? null : page.properties())))
            .put(cursor)
            .array();
    byte[] sealed =
        ByteBuffer.allocate(content.length + DIGEST).put(content).put(seal(key, content)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private Search.Window opened(
      String token, Search search, @Nullable Map<String, Object> properties) {
    byte[] sealed = bytes(token);
    int end = sealed.length - DIGEST;
    if (end < Integer.BYTES + 2 * DIGEST) {
      throw notGiven();
    }
    byte[] content = Arrays.copyOf(sealed, end);
    byte[] seal = Arrays.copyOfRange(sealed, end, sealed.length);
    if (!MessageDigest.isEqual(seal, seal(key, content))) {
      throw notGiven();
    }
    ByteBuffer opened = ByteBuffer.wrap(content);
    int limit = opened.getInt();
    boolean same = Arrays.equals(next(opened), digest(search));
    byte[] before = next(opened);
    if (!same || (properties != null && !Arrays.equals(before, digest(properties)))) {
      throw notGiven();
    }
    return new Search.Window(StandardCharsets.UTF_8.decode(opened).toString(), limit);
  }

  private static byte[] bytes(String token) {
    try {
      return token.length() > MOST_TOKEN ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static byte[] next(ByteBuffer opened) {
    byte[] digest = new byte[DIGEST];
    opened.get(digest);
    return digest;
  }

  private static Problem notGiven() {
    return Problem.invalid("page.token", "was not given for this search.");
  }

  private static Map<String, Object> properties(@Nullable Map<String, Object> given) {
    return given == null ? Map.of() : given;
  }

  /** Over what was asked in a form that does not depend on the order of JSON members. */
  private static byte[] digest(Object asked) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              (asked.getClass().getSimpleName() + SORTED.writeValueAsString(asked))
                  .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] seal(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
