package org.cordon.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class BreakersTest extends GatewayTest {

  @Test
  void askingForWhatIsNotThereShutsNoServiceForEverybodyElse() {
    browser.signIn();
    for (int i = 0; i < 25; i++) {
      assertThat(browser.get("/items/01919f00-0000-7000-8000-0000000009" + (10 + i)).status())
          .isEqualTo(404);
    }

    assertThat(browser.get("/items/" + Samples.ITEM).status()).isEqualTo(200);
  }
}
