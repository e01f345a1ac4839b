package org.cordon.stack.services;

/** Cordon's services: where each is built, and how much heap it gets. */
public enum Service {
  ACCESS("access-service", 256),
  EVIDENCE("evidence-service", 320),
  SEARCH("search-service", 256),
  GATEWAY("gateway", 256);

  private final String title;
  private final int heapMegabytes;

  Service(String title, int heapMegabytes) {
    this.title = title;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name of its module, its log, its client in Keycloak, and in {@code ./cordon status}. */
  public String title() {
    return title;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
