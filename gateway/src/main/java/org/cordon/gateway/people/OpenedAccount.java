package org.cordon.gateway.people;

/** An account to sign in with, and the password that is shown once. */
record OpenedAccount(String account, String temporaryPassword) {

  @Override
  public String toString() {
    return "OpenedAccount[account=" + account + "]";
  }
}
