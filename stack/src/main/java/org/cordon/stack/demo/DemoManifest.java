package org.cordon.stack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo holds: cases, agencies, people with their places, documents, and what runs beside
 * the cases. Keys, not ids: an installation gives its own ids.
 *
 * @param notice the sentence by which every document says that it is invented
 */
public record DemoManifest(
    String notice,
    List<Case> cases,
    List<Agency> agencies,
    List<Person> people,
    List<Document> documents,
    DemoBeside beside) {
  private static final String FOLDER = "/demo/";

  public DemoManifest {
    cases = List.copyOf(cases);
    agencies = List.copyOf(agencies);
    people = List.copyOf(people);
    documents = List.copyOf(documents);
  }

  /** One review. */
  public record Case(String key, String reference, String title, String reviewType) {}

  /** An organisation and the cases it takes part in. */
  public record Agency(String key, String name, List<String> cases) {
    public Agency {
      cases = List.copyOf(cases);
    }
  }

  /**
   * Someone with an account.
   *
   * @param key stable name in this manifest
   * @param account what they sign in with
   * @param job shown nowhere but in lists of the demo's accounts
   * @param organisationRoles realm roles: business-manager, auditor, administrator
   * @param cases their place in each case; empty for one who reads nothing
   */
  public record Person(
      String key,
      String name,
      String account,
      String email,
      String job,
      List<String> organisationRoles,
      List<Place> cases) {
    public Person {
      organisationRoles = List.copyOf(organisationRoles);
      cases = List.copyOf(cases);
    }
  }

  /** A person's place in one case: for which agency, if any, and in which roles. */
  public record Place(
      @com.fasterxml.jackson.annotation.JsonProperty("case") String caseKey,
      @Nullable String agency,
      List<String> roles) {
    public Place {
      roles = List.copyOf(roles);
    }
  }

  /**
   * A file and what is registered with it.
   *
   * @param file path below the demo's folder
   * @param date of the document, as {@code 2024-02-12}
   * @param accountsOf keys of the people whose account it holds
   * @param originator key of the agency that controls whether it is shown on
   * @param uploadedBy key of the person who may and does upload it
   */
  public record Document(
      String file,
      @com.fasterxml.jackson.annotation.JsonProperty("case") String caseKey,
      String title,
      String date,
      @Nullable String agency,
      @Nullable String author,
      String documentType,
      List<String> accountsOf,
      boolean delicate,
      @Nullable String originator,
      String uploadedBy) {
    public Document {
      accountsOf = List.copyOf(accountsOf);
    }

    /** The last part of the path. */
    public String fileName() {
      return file.substring(file.lastIndexOf('/') + 1);
    }
  }

  /** The demo that comes with the program. */
  public static DemoManifest bundled() {
    try (var manifest = resource("demo.json")) {
      return JsonMapper.shared().readValue(manifest, DemoManifest.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole content of a document's file. */
  public byte[] content(Document document) {
    try (var file = resource(document.file())) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a person by key. */
  public Optional<Person> findPerson(String key) {
    return people.stream().filter(person -> person.key().equals(key)).findFirst();
  }

  /**
   * What this person signs in with.
   *
   * @throws DemoFailure when there is nobody by that key
   */
  String account(String key) {
    return findPerson(key)
        .map(Person::account)
        .orElseThrow(() -> new DemoFailure("There is nobody called " + key + " in the demo"));
  }

  private static InputStream resource(String name) throws IOException {
    var stream = DemoManifest.class.getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new IOException("The demo has no " + name);
    }
    return stream;
  }
}
