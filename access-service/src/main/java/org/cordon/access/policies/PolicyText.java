package org.cordon.access.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The policies as they were written.
 *
 * @param schema in Cedar's schema language
 * @param files policy text by file name
 */
record PolicyText(String schema, Map<String, String> files) {
  private static final String FOLDER = "classpath*:/policies/";

  PolicyText {
    files = Map.copyOf(files);
  }

  /** The policies that ship with this service. */
  static PolicyText shipped() {
    try {
      PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
      Map<String, String> files = new TreeMap<>();
      for (Resource file : resources.getResources(FOLDER + "*.cedar")) {
        files.put(String.valueOf(file.getFilename()), read(file));
      }
      Resource[] schema = resources.getResources(FOLDER + "schema.cedarschema");
      if (files.isEmpty() || schema.length != 1) {
        throw new InvalidPolicies("there must be policies and exactly one schema");
      }
      return new PolicyText(read(schema[0]), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256, in hexadecimal, over the schema and the files in the order of their names. */
  String hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      part(sha256, "schema.cedarschema", schema);
      new TreeMap<>(files).forEach((name, text) -> part(sha256, name, text));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Name and text each with their length, so that no two sets of files run together the same. */
  private static void part(MessageDigest digest, String name, String text) {
    for (String piece : Arrays.asList(name, text)) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
  }

  private static String read(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }
}
