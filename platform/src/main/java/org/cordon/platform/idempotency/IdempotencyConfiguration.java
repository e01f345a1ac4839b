package org.cordon.platform.idempotency;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency for services with a database; the clock for all. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class IdempotencyConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcClient.class)
  static class WithDatabase {
    @Bean
    @ConditionalOnBean(JdbcClient.class)
    @ConditionalOnMissingBean
    IdempotentRequests idempotentRequests(
        JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
      return new IdempotentRequests(jdbc, transactions, json, clock);
    }
  }
}
