package org.cordon.gateway.people;

/** An account that was just made, with the password that is shown once. */
record NewAccount(String account, String temporaryPassword) {

  @Override
  public String toString() {
    return "NewAccount[account=" + account + "]";
  }
}
