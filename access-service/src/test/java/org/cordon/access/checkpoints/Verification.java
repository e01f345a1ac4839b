package org.cordon.access.checkpoints;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cordon.merkle.export.VerifyLedger;

/** What the program that checks an export said. */
record Verification(int code, String said) {
  static Verification of(Object... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        new VerifyLedger(stream, stream)
            .run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    return new Verification(code, said.toString(StandardCharsets.UTF_8));
  }
}
