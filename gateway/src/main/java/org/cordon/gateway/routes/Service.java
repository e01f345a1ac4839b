package org.cordon.gateway.routes;

/** What the gateway calls. */
public enum Service {
  ACCESS,
  EVIDENCE,
  SEARCH,
  KEYCLOAK
}
