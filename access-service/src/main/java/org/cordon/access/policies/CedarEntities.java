package org.cordon.access.policies;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Unknown;
import com.cedarpolicy.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;

/** Facts as Cedar entities, in the shapes of the schema. */
final class CedarEntities {
  private static final EntityTypeName PERSON = type("Person");
  private static final EntityTypeName CASE = type("Case");
  private static final EntityTypeName MEMBERSHIP = type("Membership");
  private static final EntityTypeName VERSION = type("Version");
  private static final EntityTypeName DISCLOSURE = type("Disclosure");
  private static final EntityTypeName MATTER = type("Matter");
  private static final EntityTypeName AGENCY = type("Agency");
  private static final EntityTypeName INSTALLATION = type("Installation");
  private static final EntityTypeName ACTION = type("Action");

  /** Stands for the case of what has none; nobody holds a role in it. */
  private static final String NO_CASE = "none";

  private CedarEntities() {}

  static EntityUID action(Action action) {
    return new EntityUID(ACTION, action.json());
  }

  static Entity person(PersonFacts facts) {
    Map<String, Value> roles = new HashMap<>();
    for (CaseRole role : CaseRole.values()) {
      roles.put(role.attribute(), ids(CASE, facts.roles().getOrDefault(role, Set.of())));
    }
    Map<String, Value> organisation = new HashMap<>();
    organisation.put("businessManager", held(facts, OrganisationRole.BUSINESS_MANAGER));
    organisation.put("auditor", held(facts, OrganisationRole.AUDITOR));
    organisation.put("administrator", held(facts, OrganisationRole.ADMINISTRATOR));
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("roles", new CedarMap(roles));
    attributes.put("organisation", new CedarMap(organisation));
    Map<String, Value> situation = new HashMap<>();
    for (CaseFact fact : CaseFact.values()) {
      situation.put(fact.attribute(), ids(CASE, facts.situation().getOrDefault(fact, Set.of())));
    }
    attributes.put("situation", new CedarMap(situation));
    attributes.put("agencies", ids(AGENCY, facts.agencies()));
    attributes.put("disclosures", ids(VERSION, facts.disclosures()));
    return entity(uid(PERSON, facts.person()), attributes);
  }

  static Entity resource(ResourceFacts facts) {
    return switch (facts) {
      case ResourceFacts.OfVersion(var labels) -> version(labels);
      case ResourceFacts.Unregistered(var version) -> unregistered(version);
      case ResourceFacts.OfCase(var caseId) ->
          entity(uid(CASE, caseId), Map.of("case", uid(CASE, caseId)));
      case ResourceFacts.OfMembership(var caseId, var person) ->
          entity(
              new EntityUID(MEMBERSHIP, caseId + " " + person),
              Map.of("case", uid(CASE, caseId), "person", uid(PERSON, person)));
      case ResourceFacts.OfDisclosure(var caseId, var requester, var recipient) ->
          entity(
              new EntityUID(DISCLOSURE, caseId + " " + requester + " " + recipient),
              Map.of(
                  "case", uid(CASE, caseId),
                  "requester", uid(PERSON, requester),
                  "recipient", uid(PERSON, recipient)));
      case ResourceFacts.OfInstallation() ->
          entity(new EntityUID(INSTALLATION, "cordon"), Map.of());
    };
  }

  /** A labelled version of which nothing else is known: what a filter is made for. */
  static Entity anyVersion() {
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("labelled", new PrimBool(true));
    for (LabelField field : LabelField.values()) {
      attributes.put(field.json(), new Unknown(field.json()));
    }
    return entity(new EntityUID(VERSION, "any"), attributes);
  }

  /** Some case. */
  static Entity anyCase() {
    String attribute = LabelField.CASE.json();
    return entity(new EntityUID(CASE, "any"), Map.of(attribute, new Unknown(attribute)));
  }

  private static Entity version(VersionLabels labels) {
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("labelled", new PrimBool(true));
    attributes.put("version", uid(VERSION, labels.version()));
    attributes.put("case", uid(CASE, labels.caseId()));
    attributes.put("kind", new PrimString(labels.kind().name()));
    attributes.put("accountsOf", ids(PERSON, labels.accountsOf()));
    attributes.put("matters", ids(MATTER, labels.matters()));
    attributes.put("delicate", new PrimBool(labels.delicate()));
    attributes.put("quarantined", new PrimBool(labels.quarantined()));
    attributes.put("originators", ids(AGENCY, labels.originators()));
    attributes.put("circulatedTo", ids(PERSON, labels.circulatedTo()));
    attributes.put("publishedToBoard", new PrimBool(labels.publishedToBoard()));
    return entity(uid(VERSION, labels.version()), attributes);
  }

  private static Entity unregistered(VersionId version) {
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("labelled", new PrimBool(false));
    attributes.put("version", uid(VERSION, version));
    attributes.put("case", new EntityUID(CASE, NO_CASE));
    attributes.put("kind", new PrimString(ItemKind.DOCUMENT.name()));
    attributes.put("delicate", new PrimBool(true));
    attributes.put("quarantined", new PrimBool(true));
    attributes.put("publishedToBoard", new PrimBool(false));
    for (String set : Set.of("accountsOf", "matters", "originators", "circulatedTo")) {
      attributes.put(set, new CedarList());
    }
    return entity(uid(VERSION, version), attributes);
  }

  private static Value held(PersonFacts facts, OrganisationRole role) {
    return new PrimBool(facts.organisationRoles().contains(role));
  }

  /** Ids are UUIDs; matters are short texts of their own. */
  private static CedarList ids(EntityTypeName type, Collection<?> members) {
    return new CedarList(
        members.stream().<Value>map(member -> new EntityUID(type, member.toString())).toList());
  }

  private static EntityUID uid(EntityTypeName type, Id id) {
    return new EntityUID(type, id.toString());
  }

  private static Entity entity(EntityUID uid, Map<String, Value> attributes) {
    return new Entity(uid, attributes, Set.of());
  }

  private static EntityTypeName type(String name) {
    return EntityTypeName.parse(name).orElseThrow();
  }
}
