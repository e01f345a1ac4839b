package org.cordon.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docker-compose.yml tells the services, against what they listen to. */
class ServiceSettingsTest {
  private static final ComposeFile FILE = ComposeFile.read();

  static List<String> ours() {
    return ComposeFile.OURS;
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everySettingIsOneThatTheServiceReads(String service) {
    var settings = ServiceSettings.of(service);

    assertThat(FILE.settings(service)).allMatch(settings::reads);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everySettingThatTheServiceCannotDoWithoutIsGiven(String service) {
    assertThat(FILE.settings(service)).containsAll(ServiceSettings.of(service).needed());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void noSettingIsGivenTwice(String service) {
    assertThat(FILE.settings(service)).doesNotHaveDuplicates();
  }

  @Test
  void aSettingThatNobodyReadsIsNoticed() {
    var settings = ServiceSettings.of("gateway");

    assertThat(settings.reads("cordon.gateway.adress")).isFalse();
    assertThat(settings.reads("spring.datasource.usernam")).isFalse();
    assertThat(settings.reads("spring.flyway.placeholders.app")).isTrue();
  }

  @Test
  void everyServiceReadsItsSecretsFromFiles() {
    for (var service : ComposeFile.OURS) {
      var folder = ComposeFile.ROOT.resolve(service).resolve("src/main/resources");
      var file = folder.resolve("application.yml");
      var text =
          ComposeFile.text(file.toFile().exists() ? file : folder.resolve("application.yaml"));
      assertThat(text).as(service).contains("configtree:/run/secrets/");
    }
  }
}
