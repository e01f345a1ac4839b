package org.cordon.stack.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path root;
  private Installation installation;

  @BeforeEach
  void create() throws IOException {
    installation = new Installation(root, root.resolve("state"));
    installation.create();
  }

  @Test
  void onlyTheOwnerReadsWhatIsSecret() throws IOException {
    installation.vault().password("anything");
    installation.settings().port(9000);
    assertThat(permissions(installation.secrets())).isEqualTo("rwx------");
    assertThat(permissions(installation.logs())).isEqualTo("rwx------");
    assertThat(permissions(installation.configuration("gateway"))).isEqualTo("rwx------");
    assertThat(permissions(installation.secrets().resolve("passwords.properties")))
        .isEqualTo("rw-------");
    assertThat(permissions(installation.state().resolve("installation.properties")))
        .isEqualTo("rw-------");
    assertThat(permissions(installation.state())).doesNotContain("r--").endsWith(rootsPassage());
  }

  /** Root lets the engines' users through to their data; an ordinary user is the engines' user. */
  private static String rootsPassage() {
    return "root".equals(System.getProperty("user.name")) ? "--x--x" : "------";
  }

  @Test
  void aPasswordIsMadeOnceAndEveryInstallationMakesItsOwn() throws IOException {
    var first = installation.vault().password("elasticsearch");
    assertThat(first).matches("[A-Za-z0-9]{28}");
    assertThat(installation.vault().password("elasticsearch")).isEqualTo(first);
    assertThat(installation.vault().password("postgresql")).isNotEqualTo(first);
    var other = new Installation(root, root.resolve("other"));
    other.create();
    assertThat(other.vault().password("elasticsearch")).isNotEqualTo(first);
  }

  @Test
  void settingsOutliveTheProgram() {
    var settings = installation.settings();
    settings.demo(true);
    settings.port(8090);
    var port = settings.internalPort("keycloak");
    settings.done("step");
    var later = installation.settings();
    assertThat(later.isDemo()).isTrue();
    assertThat(later.address()).isEqualTo("http://localhost:8090");
    assertThat(later.internalPort("keycloak")).isEqualTo(port);
    assertThat(later.isDone("step")).isTrue();
    assertThat(later.isDone("another")).isFalse();
  }

  @Test
  void aPortThatIsTakenMeanwhileIsReplacedForGood() throws IOException {
    var settings = installation.settings();
    var port = settings.internalPort("keycloak");
    try (var squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(squatter.isBound()).isTrue();
      var fresh = settings.replaceInternalPort("keycloak");
      assertThat(fresh).isNotEqualTo(port);
      assertThat(installation.settings().internalPort("keycloak")).isEqualTo(fresh);
    }
  }

  @Test
  void propertiesAreSortedAndRefuseWhatAFileOfPropertiesWouldChange() {
    assertThat(PropertiesText.of(Map.of("b", "2", "a", "C:\\x"))).isEqualTo("a=C:\\\\x\nb=2\n");
    assertThatThrownBy(() -> PropertiesText.of(Map.of("a", "two\nlines")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
