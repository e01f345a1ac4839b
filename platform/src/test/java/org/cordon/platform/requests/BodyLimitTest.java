package org.cordon.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.cordon.platform.problems.BodyFailure;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {
  private static final int MOST = 256 * 1024;

  @Test
  void aBodyThatSaysItIsTooLargeIsNotRead() throws Exception {
    MockHttpServletRequest request = request(MOST + 1);

    MockHttpServletResponse answer = new MockHttpServletResponse();
    BodyLimit.onEverything()
        .doFilter(
            request,
            answer,
            (_, _) -> {
              throw new AssertionError("it went on");
            });

    assertThat(answer.getStatus()).isEqualTo(413);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(request.getInputStream().available()).isEqualTo(MOST + 1);
  }

  @Test
  void aBodyOfJustTheLimitPasses() throws Exception {
    assertThat(passed(BodyLimit.onEverything(), request(MOST))).isEqualTo(MOST);
  }

  @Test
  void aBodyThatDidNotSayHowLongItIsIsCountedAsItComes() {
    CountedBody counted = new CountedBody(request(101), 100);

    assertThatThrownBy(() -> counted.getInputStream().readAllBytes())
        .isInstanceOfSatisfying(
            BodyFailure.TooLarge.class,
            failure -> assertThat(failure.asProblem().kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    assertThatThrownBy(() -> oneByOne(new CountedBody(request(101), 100), 100))
        .isInstanceOf(BodyFailure.TooLarge.class);
  }

  @Test
  void aReaderOfCharactersIsCountedToo() {
    CountedBody counted = new CountedBody(request(20_000), 100);

    assertThatThrownBy(() -> counted.getReader().readLine())
        .isInstanceOf(BodyFailure.TooLarge.class);
  }

  @Test
  void aFileMayBeLargerWhereFilesAreTaken() throws Exception {
    MockHttpServletRequest file = request(MOST + 1);
    file.setContentType("Multipart/Form-Data; boundary=x");

    assertThat(passed(BodyLimit.exceptMultipart(), file)).isEqualTo(MOST + 1);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    BodyLimit.exceptMultipart().doFilter(request(MOST + 1), answer, (_, _) -> {});
    assertThat(answer.getStatus()).isEqualTo(413);
  }

  private static MockHttpServletRequest request(int bytes) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/x");
    request.setContent(new byte[bytes]);
    request.setContentType("application/json");
    return request;
  }

  private static int passed(BodyLimit limit, MockHttpServletRequest request) throws Exception {
    int[] read = {-1};
    limit.doFilter(
        request,
        new MockHttpServletResponse(),
        (passed, _) -> read[0] = passed.getInputStream().readAllBytes().length);
    return read[0];
  }

  /** Reads one byte more than is allowed. */
  private static int oneByOne(CountedBody body, int allowed) throws IOException {
    ServletInputStream stream = body.getInputStream();
    for (int i = 0; i < allowed; i++) {
      assertThat(stream.read()).isNotNegative();
    }
    return stream.read();
  }
}
