package org.cordon.stack.demo;

import java.util.List;
import java.util.UUID;

/** Where the demo's accounts live: Keycloak, seen with no more than the demo needs of it. */
public interface DemoAccounts {

  /**
   * Someone who can sign in.
   *
   * @param person becomes the claim {@code person} of their tokens
   * @param organisationRoles realm roles
   */
  record Account(
      String account,
      String name,
      String email,
      UUID person,
      List<String> organisationRoles,
      String password) {
    public Account {
      organisationRoles = List.copyOf(organisationRoles);
    }
  }

  /** Makes the public client {@code cordon-demo}, which may exchange a password for a token. */
  void ensureClient();

  /** Makes the account, or makes an existing one of that name equal to this. */
  void ensure(Account account);
}
