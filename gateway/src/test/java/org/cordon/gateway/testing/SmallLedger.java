package org.cordon.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cordon.merkle.Checkpoint;
import org.cordon.merkle.Hash;
import org.cordon.merkle.SigningKey;
import org.cordon.merkle.TreeHash;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger of three entries with real digests, proofs and a real signature, as access-service hands
 * it out. What a test puts wrong is what a page has to notice.
 */
public final class SmallLedger {
  public static final long SIZE = 3;
  private static final String SALT = "00112233445566778899aabbccddeeff";
  private static final SigningKey KEY =
      SigningKey.parse(SigningKey.create("cordon.example", new SecureRandom()));
  private final List<Hash> leaves =
      LongStream.rangeClosed(1, SIZE).mapToObj(SmallLedger::leaf).toList();

  /** The id of the entry at a position. */
  public static String id(long position) {
    return "01919f00-0000-7000-8000-00000000ee0" + position;
  }

  /** Answers for all of it, with each entry alone and all of them together. */
  public void answer(Neighbours neighbours) {
    neighbours.json(
        "/api/access/ledger/key", json(Map.of("ledger", "cordon.example", "key", key())));
    neighbours.json("/api/access/ledger/checkpoint", checkpoint(TreeHash.root(leaves)));
    neighbours.json("/api/access/ledger/entries", entries(1, SIZE + 1));
    for (long position = 1; position <= SIZE; position++) {
      neighbours
          .services()
          .stubFor(
              get(urlPathEqualTo("/api/access/ledger/entries"))
                  .atPriority(2)
                  .withQueryParam("start", equalTo(Long.toString(position)))
                  .withQueryParam("end", equalTo(Long.toString(position + 1)))
                  .willReturn(okJson(entries(position, position + 1))));
      neighbours
          .services()
          .stubFor(
              get(urlPathEqualTo("/api/access/ledger/proofs/inclusion"))
                  .withQueryParam("entry", equalTo(id(position)))
                  .withQueryParam("size", equalTo(Long.toString(SIZE)))
                  .willReturn(okJson(proof(position))));
    }
  }

  /** The verifier key. */
  public static String key() {
    return KEY.verifierKey().text();
  }

  /** A checkpoint with this root, signed. */
  public static String checkpoint(Hash root) {
    var signed = KEY.sign(new Checkpoint("cordon.example", SIZE, root));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ledger", "cordon.example");
    fields.put("size", SIZE);
    fields.put("root", root.base64());
    fields.put("signedAt", "2026-11-20T10:00:00Z");
    fields.put("note", signed.note());
    return json(fields);
  }

  /** The entries of a stretch. */
  public static String entries(long start, long end) {
    return "{\"start\":%d,\"end\":%d,\"entries\":[%s]}"
        .formatted(
            start,
            end,
            LongStream.range(start, end)
                .mapToObj(SmallLedger::entry)
                .collect(Collectors.joining(",")));
  }

  private static String entry(long position) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("position", position);
    fields.put("entry", id(position));
    fields.put("at", "2026-11-20T09:0" + position + ":00Z");
    fields.put("kind", List.of("DECISION", "DELIVERY", "CHANGE").get((int) position - 1));
    fields.put("person", Samples.PERSON);
    fields.put("case", Samples.CASE);
    fields.put("action", List.of("read", "read", "standingSet").get((int) position - 1));
    fields.put("permitted", position == 1 ? Boolean.FALSE : null);
    fields.put("policies", List.of());
    fields.put("salt", SALT);
    fields.put("digest", HexFormat.of().formatHex(digest(position)));
    fields.put("canonical", canonical(position));
    return json(fields);
  }

  private String proof(long position) {
    List<Hash> path =
        switch ((int) position) {
          case 1 -> List.of(leaves.get(1), leaves.get(2));
          case 2 -> List.of(leaves.get(0), leaves.get(2));
          default -> List.of(TreeHash.node(leaves.get(0), leaves.get(1)));
        };
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("entry", id(position));
    fields.put("position", position);
    fields.put("size", SIZE);
    fields.put("leaf", leaves.get((int) position - 1).base64());
    fields.put("path", path.stream().map(Hash::base64).toList());
    return json(fields);
  }

  private static Hash leaf(long position) {
    return TreeHash.leaf(digest(position));
  }

  private static byte[] digest(long position) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(SALT));
      return digest.digest(canonical(position).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String canonical(long position) {
    return "cordon-ledger-entry/1\nid=" + id(position) + "\nperson=" + Samples.PERSON + "\n";
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
