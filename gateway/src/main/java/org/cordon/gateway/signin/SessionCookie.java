package org.cordon.gateway.signin;

/** The name of the session cookie, for those who must keep it from leaving. */
public final class SessionCookie {
  private SessionCookie() {}

  /** With the prefix that browsers enforce where there is TLS. */
  public static String name(PublicAddress address) {
    return address.isSecure() ? "__Host-cordon-session" : "cordon-session";
  }
}
