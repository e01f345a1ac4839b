package org.cordon.stack.installation;

import java.nio.file.Path;
import java.util.Map;
import org.cordon.stack.engines.Secrets;

/** The passwords of an installation: each is made when first asked for and kept from then on. */
public final class Vault {
  private final Path file;
  private final Map<String, String> passwords;

  Vault(Path file) {
    this.file = file;
    this.passwords = Settings.PropertiesFile.read(file);
  }

  /** The password of that name. */
  public synchronized String password(String name) {
    var known = passwords.get(name);
    if (known == null) {
      known = Secrets.password();
      passwords.put(name, known);
      Settings.PropertiesFile.write(file, passwords);
    }
    return known;
  }

  @Override
  public String toString() {
    return "Vault[" + file + "]";
  }
}
