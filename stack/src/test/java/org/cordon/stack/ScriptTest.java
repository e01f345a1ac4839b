package org.cordon.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./cordon} in a small checkout with a JDK and a Maven that only say they ran.
 */
class ScriptTest {
  private static final List<String> HELPED =
      List.of("cordon", "up", "down", "status", "logs", "test", "token", "bench", "verify-ledger");
  @TempDir Path folder;
  private Path root;
  private final Map<String, String> environment = new HashMap<>();

  /** What a run of the script printed and how it ended. */
  private record Run(int exit, String text) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    root = Files.createDirectories(folder.resolve("checkout"));
    var checkout = Path.of(System.getProperty("cordon.root", ".."));
    Files.copy(
        checkout.resolve("cordon"), root.resolve("cordon"), StandardCopyOption.COPY_ATTRIBUTES);
    var help = "stack/src/main/resources/org/cordon/stack/help";
    Files.createDirectories(root.resolve(help));
    for (var name : HELPED) {
      var text = name + ".txt";
      Files.copy(checkout.resolve(help).resolve(text), root.resolve(help).resolve(text));
    }
    write(root.resolve("pom.xml"), "<project/>");
    write(root.resolve("gateway/src/main/java/A.java"), "class A {}");
    jdk(folder.resolve("jdks/good"), 25);
    program(
        folder.resolve("maven/mvn"),
        """
        echo "maven $*" >> '%1$s/maven.log'
        mkdir -p '%2$s/stack/target/lib'
        echo jar > '%2$s/stack/target/cordon-stack-1.jar'
        echo lib > '%2$s/stack/target/lib/one.jar'
        """
            .formatted(folder, root));
    environment.put("JAVA_HOME", "");
    environment.put("HOME", folder.toString());
    environment.put("CORDON_JDK_FOLDERS", folder + "/jdks/*");
    environment.put("CORDON_MAVEN_PLACES", folder + "/maven/mvn");
    environment.put("CORDON_STATE", folder.resolve("state").toString());
  }

  @Test
  void theJdkOfJavaHomeComesFirst() throws Exception {
    jdk(folder.resolve("mine"), 26);
    environment.put("JAVA_HOME", folder.resolve("mine").toString());
    assertThat(cordon("up").text()).contains("java of " + folder.resolve("mine"));
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    jdk(folder.resolve("jdks/a-old"), 17);
    environment.put("JAVA_HOME", folder.resolve("jdks/a-old").toString());
    assertThat(cordon("up").text()).contains("java of " + folder.resolve("jdks/good"));
  }

  @Test
  void withoutAJdkTwoLinesSayHowToGetOne() throws Exception {
    environment.put("CORDON_JDK_FOLDERS", folder + "/nowhere/*");
    var run = cordon("up");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.text().lines()).hasSize(2);
    assertThat(run.text()).contains("needs a JDK 25").contains("https://adoptium.net/");
  }

  @Test
  void withoutMavenTwoLinesSayHowToGetIt() throws Exception {
    environment.put("CORDON_MAVEN_PLACES", folder + "/nowhere/mvn");
    var run = cordon("up");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.text().lines()).hasSize(2);
    assertThat(run.text()).contains("found none").contains("apt-get install maven");
  }

  @Test
  void onlyAChangeIsBuilt() throws Exception {
    cordon("up");
    assertThat(builds()).isEqualTo(1);
    cordon("up");
    assertThat(builds()).isEqualTo(1);
    write(root.resolve("gateway/src/main/java/A.java"), "class A { int changed; }");
    cordon("up");
    assertThat(builds()).isEqualTo(2);
    Files.delete(root.resolve("gateway/src/main/java/A.java"));
    cordon("up");
    assertThat(builds()).isEqualTo(3);
    write(root.resolve("gateway/src/test/java/ATest.java"), "class ATest {}");
    write(root.resolve("gateway/target/classes/B.java"), "made by a build");
    cordon("up");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndStartsNothing() throws Exception {
    program(folder.resolve("maven/mvn"), "echo '[ERROR] A.java:[1,1] no such thing'; exit 1");
    var run = cordon("up");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.text()).contains("no such thing").doesNotContain("java of");
  }

  @Test
  void withoutANetworkWhatWasFetchedBeforeIsEnough() throws Exception {
    program(
        folder.resolve("maven/mvn"),
        """
        case " $* " in *" -o "*) ;; *) echo 'Could not transfer artifact'; exit 1 ;; esac
        mkdir -p '%1$s/stack/target/lib'
        echo jar > '%1$s/stack/target/cordon-stack-1.jar'
        echo lib > '%1$s/stack/target/lib/one.jar'
        """
            .formatted(root));
    assertThat(cordon("up").text()).contains("java of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"up", "down", "status", "logs", "test", "token", "bench", "verify-ledger"})
  void everyCommandHasHelpThatNamesItsExitCodes(String command) throws Exception {
    var run = cordon(command, "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.text()).startsWith("./cordon " + command).contains("Exit codes:");
  }

  @Test
  void aLedgerIsCheckedWithNothingButAJdk() throws Exception {
    environment.put("CORDON_MAVEN_PLACES", folder + "/nowhere/mvn");
    var run = cordon("verify-ledger", "ledger.txt");
    assertThat(run.exit()).isZero();
    assertThat(run.text()).contains("java of " + folder.resolve("jdks/good"));
    assertThat(folder.resolve("maven.log")).doesNotExist();
  }

  @Test
  void aBenchmarkIsFoundByItsNameInWhateverModuleItIs() throws Exception {
    write(root.resolve("gateway/src/test/java/org/SpeedBenchmark.java"), "class SpeedBenchmark {}");
    Files.createDirectories(folder.resolve("material"));
    var run = cordon("bench", "speed", "--material", folder.resolve("material").toString());
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(folder.resolve("maven.log")))
        .contains("-pl gateway -am test -Dtest=SpeedBenchmark")
        .contains("-Dcordon.material=" + folder.resolve("material"));
  }

  @Test
  void aBenchmarkThatIsNotThereIsNotUnderstood() throws Exception {
    for (var words :
        List.of(
            List.of("bench"),
            List.of("bench", "speed"),
            List.of("bench", "../speed"),
            List.of("bench", "--fast"),
            List.of("bench", "speed", "--material", folder.resolve("absent").toString()))) {
      var run = cordon(words.toArray(String[]::new));
      assertThat(run.exit()).as("%s", words).isEqualTo(2);
      assertThat(run.text()).contains("./cordon bench NAME");
    }
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() throws Exception {
    assertThat(cordon("start").exit()).isEqualTo(2);
    assertThat(cordon().exit()).isEqualTo(2);
    assertThat(cordon("test", "--fast").exit()).isEqualTo(2);
    assertThat(cordon("--help").exit()).isZero();
  }

  @Test
  void whereNothingIsInstalledDownIsDoneAndStatusSaysSo() throws Exception {
    assertThat(cordon("down").exit()).isZero();
    assertThat(cordon("status").exit()).isEqualTo(3);
  }

  private Run cordon(String... words) throws Exception {
    var command = new ArrayList<>(List.of(root.resolve("cordon").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), text);
  }

  private long builds() throws IOException {
    try (var lines = Files.lines(folder.resolve("maven.log"))) {
      return lines.filter(line -> line.startsWith("maven ")).count();
    }
  }

  private static void jdk(Path home, int version) throws IOException {
    program(home.resolve("bin/java"), "echo \"java of " + home + "\"");
    program(home.resolve("bin/javac"), "exit 0");
    write(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
  }

  private static void program(Path file, String script) throws IOException {
    write(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, content);
  }
}
