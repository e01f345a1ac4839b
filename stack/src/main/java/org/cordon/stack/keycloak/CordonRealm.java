package org.cordon.stack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The realm file and the sign-in theme, as Keycloak wants them on disk. {@code --import-realm}
 * imports the realm only when the database has none of that name; {@link
 * KeycloakAdmin#align(RealmSettings)} brings an older one into line with the settings.
 */
public final class CordonRealm {
  /** The realm's name, also in its addresses. */
  public static final String NAME = "cordon";

  /**
   * Parts of Keycloak that Cordon does not use, for {@code --features-disabled}: less to attack,
   * and a faster start.
   */
  public static final String FEATURES_DISABLED =
      "account,account-api,ciba,device-flow,identity-brokering-api,impersonation,kerberos,"
          + "organization,par,token-exchange-standard";

  static final String FILE = "cordon-realm.json";

  /** Every file of the theme; a class path cannot be listed once it is in a jar. */
  static final List<String> THEME =
      List.of(
          "login/error.ftl",
          "login/info.ftl",
          "login/login-page-expired.ftl",
          "login/login-update-password.ftl",
          "login/login.ftl",
          "login/logout-confirm.ftl",
          "login/messages/messages_en.properties",
          "login/resources/css/cordon.css",
          "login/resources/img/cordon.svg",
          "login/resources/js/show-password.js",
          "login/template.ftl",
          "login/theme.properties");

  private CordonRealm() {}

  /**
   * Copies the realm file to {@code data/import} and the theme to {@code themes/cordon} of an
   * unpacked Keycloak distribution, where it looks for them without further options. Files of an
   * earlier version are replaced.
   */
  public static void installInto(Path keycloak) {
    copy(FILE, keycloak.resolve("data/import").resolve(FILE));
    for (var file : THEME) {
      copy("themes/cordon/" + file, keycloak.resolve("themes/cordon").resolve(file));
    }
  }

  private static void copy(String resource, Path target) {
    try (var in = open(resource)) {
      Files.createDirectories(target.resolve("..").normalize());
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target, e);
    }
  }

  static InputStream open(String resource) throws IOException {
    var in = CordonRealm.class.getResourceAsStream("/keycloak/" + resource);
    if (in == null) {
      throw new IOException("No such resource: /keycloak/" + resource);
    }
    return in;
  }
}
