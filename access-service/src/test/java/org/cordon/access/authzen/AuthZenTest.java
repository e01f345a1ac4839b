package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import tools.jackson.databind.JsonNode;

/** What tests of the interface have in common. */
abstract class AuthZenTest extends ServiceTest {

  /** How many entries the ledger has. */
  long entries() {
    return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
  }

  /** The answers to several evaluations, in order. */
  static List<Boolean> decisions(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    List<Boolean> decisions = new ArrayList<>();
    reply
        .node()
        .path("evaluations")
        .forEach(answer -> decisions.add(answer.path("decision").asBoolean()));
    return decisions;
  }

  /** The id of a version that nobody knows. */
  static String id() {
    return VersionId.create().toString();
  }

  static Map<String, Object> entity(String type, Object id) {
    return Map.of("type", type, "id", id.toString());
  }

  static String question(String subject, Object person, String action, String type, Object id) {
    return """
    {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"%s"}}
    """
        .formatted(subject, person, action, type, id)
        .strip();
  }

  static String token(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.node().path("page").path("next_token").asString();
  }

  static List<String> ids(Reply reply) {
    return texts(reply, "id");
  }

  static List<String> names(Reply reply) {
    return texts(reply, "name");
  }

  static List<String> texts(Reply reply, String member) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    List<String> texts = new ArrayList<>();
    for (JsonNode result : reply.node().path("results")) {
      texts.add(result.path(member).asString());
    }
    return texts;
  }

  Reply subjects(String action, String type, Object id) {
    return subjects(action, type, id, Map.of());
  }

  Reply subjects(String action, String type, Object id, Map<String, Object> page) {
    return search("subject", page, Map.of("type", "person"), action, entity(type, id));
  }

  Reply resources(PersonId person, String action, String type) {
    return resources(person, action, type, Map.of());
  }

  Reply resources(PersonId person, String action, String type, Map<String, Object> page) {
    return search("resource", page, entity("person", person), action, Map.of("type", type));
  }

  Reply actions(PersonId person, String type, Object id) {
    return actions(person, type, id, Map.of());
  }

  Reply actions(PersonId person, String type, Object id, Map<String, Object> page) {
    return search("action", page, entity("person", person), "", entity(type, id));
  }

  Reply search(
      String what,
      Map<String, Object> page,
      Map<String, Object> subject,
      String action,
      Map<String, Object> resource) {
    Map<String, Object> body = new HashMap<>(Map.of("subject", subject, "resource", resource));
    if (!action.isEmpty()) {
      body.put("action", Map.of("name", action));
    }
    if (!page.isEmpty()) {
      body.put("page", page);
    }
    return post(service(), "/access/v1/search/" + what, body);
  }
}
