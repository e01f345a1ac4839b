package org.cordon.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

class LimitsTest {
  private final LimitSettings settings =
      new LimitSettings(3, 5, 2, DataSize.ofBytes(1000), DataSize.ofBytes(100), 60);

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aPersonIsLimitedWhereverTheyComeFrom() throws Exception {
    var limit = new PersonLimit(settings);
    for (int i = 0; i < 3; i++) {
      assertThat(asPerson(limit, "asha", "192.0.2." + i).getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse refused = asPerson(limit, "asha", "192.0.2.9");

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After")))).isBetween(1, 60);
    assertThat(asPerson(limit, "tomasz", "192.0.2.9").getStatus()).isEqualTo(200);
  }

  @Test
  void aNetworkAddressIsLimitedAndTheSignInFormMoreSo() throws Exception {
    var limits = new RequestLimits(settings);
    assertThat(from(limits, "POST", "/auth/realms/cordon/x", "192.0.2.1").getStatus())
        .isEqualTo(200);
    assertThat(from(limits, "POST", "/auth/realms/cordon/x", "192.0.2.1").getStatus())
        .isEqualTo(200);
    assertThat(from(limits, "POST", "/auth/realms/cordon/x", "192.0.2.1").getStatus())
        .isEqualTo(429);
    assertThat(from(limits, "GET", "/cases", "192.0.2.1").getStatus()).isEqualTo(200);
    assertThat(from(limits, "GET", "/cases", "192.0.2.1").getStatus()).isEqualTo(200);
    assertThat(from(limits, "GET", "/cases", "192.0.2.1").getStatus()).isEqualTo(429);
    assertThat(from(limits, "GET", "/assets/x/cordon.css", "192.0.2.1").getStatus()).isEqualTo(200);
    assertThat(from(limits, "GET", "/cases", "192.0.2.2").getStatus()).isEqualTo(200);
  }

  @Test
  void oneNetworkOfIpv6CountsAsOneAddress() throws Exception {
    var limits = new RequestLimits(settings);
    var taken = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      if (from(limits, "GET", "/", "2001:db8:0:1:0:0:0:" + i).getStatus() == 200) {
        taken.incrementAndGet();
      }
    }

    assertThat(taken).hasValue(5);
    assertThat(from(limits, "GET", "/", "2001:db8:0:2:0:0:0:1").getStatus()).isEqualTo(200);
  }

  @Test
  void anAddressWithoutEndIsRefused() throws Exception {
    var request = new MockHttpServletRequest("GET", "/search");
    request.setServletPath("/search");
    request.setQueryString("q=" + "x".repeat(60));

    assertThat(through(new RequestLimits(settings), request).getStatus()).isEqualTo(414);
  }

  @Test
  void onlyWhatCarriesAFileMayBeLarge() throws Exception {
    var limits =
        new RequestLimits(
            new LimitSettings(9, 99, 9, DataSize.ofBytes(1000), DataSize.ofBytes(100), 99));
    for (String large :
        new String[] {
          "/api/evidence/cases/c/documents", "/api/evidence/items/i/versions",
          "/cases/c/documents/add", "/items/i/versions"
        }) {
      assertThat(sized(limits, "POST", large, 1000).getStatus()).as(large).isEqualTo(200);
      assertThat(sized(limits, "POST", large, 1001).getStatus()).as(large).isEqualTo(413);
      assertThat(sized(limits, "PUT", large, 101).getStatus()).as(large).isEqualTo(413);
    }
    assertThat(sized(limits, "POST", "/api/access/cases", 100).getStatus()).isEqualTo(200);
    assertThat(sized(limits, "POST", "/api/access/cases", 101).getStatus()).isEqualTo(413);
    assertThat(sized(limits, "POST", "/auth/realms/cordon/x", 101).getStatus()).isEqualTo(413);
  }

  private static MockHttpServletResponse asPerson(PersonLimit limit, String name, String address)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(name, "", "ANY"));
    var request = new MockHttpServletRequest("GET", "/cases");
    request.setServletPath("/cases");
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    limit.doFilter(request, response, (_, _) -> {});
    return response;
  }

  private static MockHttpServletResponse from(
      RequestLimits limits, String method, String path, String address) throws Exception {
    var request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    request.setRemoteAddr(address);
    return through(limits, request);
  }

  private static MockHttpServletResponse sized(
      RequestLimits limits, String method, String path, int size) throws Exception {
    var request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    request.setContent(new byte[size]);
    return through(limits, request);
  }

  private static MockHttpServletResponse through(
      RequestLimits limits, MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    limits.doFilter(request, response, (_, _) -> {});
    return response;
  }
}
