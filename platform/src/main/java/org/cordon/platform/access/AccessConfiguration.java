package org.cordon.platform.access;

import org.cordon.platform.security.ServiceSecurity;
import org.cordon.platform.security.ServiceTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Gives a service its client of access-service, where {@code cordon.access.url} is set. */
@AutoConfiguration(after = ServiceSecurity.class)
@ConditionalOnProperty("cordon.access.url")
public class AccessConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AccessClient accessClient(@Value("${cordon.access.url}") String url, ServiceTokens tokens) {
    return new AccessClient(url, tokens);
  }
}
