package org.cordon.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cordon.stack.processes.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the demo has come in one installation, and the ids it got there. Kept in a file after
 * every step, so that a run that was cut off is taken up where it stopped.
 *
 * @param people id by the person's key, given here once and for good
 * @param accounts keys of the people whose account stands in Keycloak
 * @param cases id by the case's key
 * @param agencies id by {@code case/agency}
 * @param places {@code case/person} for everyone who has been given their roles
 * @param documents item id by the document's file
 * @param steps what was done of {@link DemoBeside}
 */
record DemoState(
    SortedMap<String, UUID> people,
    SortedSet<String> accounts,
    SortedMap<String, UUID> cases,
    SortedMap<String, UUID> agencies,
    SortedSet<String> places,
    SortedMap<String, UUID> documents,
    SortedSet<String> steps) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  DemoState {
    // A state from before there were any steps has no such field.
    steps = Objects.requireNonNullElseGet(steps, TreeSet::new);
  }

  static DemoState empty() {
    return new DemoState(
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeSet<>());
  }

  /** What the file says; nothing done yet when there is no file. */
  static DemoState read(Path file) {
    if (!Files.exists(file)) {
      return empty();
    }
    try {
      return JSON.readValue(Files.readString(file), DemoState.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      throw new DemoFailure("The demo's state in " + file + " cannot be read", e);
    }
  }

  void write(Path file) {
    try {
      OwnerOnly.createDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      OwnerOnly.write(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether everything in the manifest has been loaded. */
  boolean isComplete(DemoManifest manifest) {
    return documents.keySet().containsAll(manifest.documents().stream().map(d -> d.file()).toList())
        && places.size() >= manifest.people().stream().mapToInt(p -> p.cases().size()).sum()
        && accounts.size() >= manifest.people().size()
        && BesideLoader.isComplete(manifest.beside(), this);
  }

  /** The id that this installation gave to something of the demo. */
  static UUID id(Map<String, UUID> ids, String key) {
    return Objects.requireNonNull(ids.get(key), () -> "The demo has no " + key);
  }

  /** An id in an answer. */
  static UUID uuid(JsonNode answer, String field) {
    try {
      return UUID.fromString(answer.path(field).asString(""));
    } catch (IllegalArgumentException e) {
      throw new DemoFailure("An answer had no id in its field " + field, e);
    }
  }
}
