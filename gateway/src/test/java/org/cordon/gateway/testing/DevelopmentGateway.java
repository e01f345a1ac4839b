package org.cordon.gateway.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.cordon.gateway.GatewayApplication;
import org.springframework.boot.SpringApplication;

/**
 * The gateway with sample answers behind it, to look at pages while working on them. Prints its
 * address; whoever opens it is signed in as Asha Rowe.
 */
public final class DevelopmentGateway {
  private DevelopmentGateway() {}

  /** Takes configuration as Spring Boot does, for example {@code --cordon.gateway.demo=true}. */
  public static void main(String[] args) {
    Map<String, Object> properties = GatewayUnderTest.properties();
    properties.put("spring.thymeleaf.cache", false);
    for (String given : args) {
      properties.remove(given.replaceFirst("^--", "").replaceFirst("=.*", ""));
    }
    Stream<String> samples =
        properties.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue());
    SpringApplication.run(
        GatewayApplication.class,
        Stream.concat(samples, Arrays.stream(args)).toArray(String[]::new));
    System.out.println(GatewayUnderTest.ADDRESS);
  }
}
