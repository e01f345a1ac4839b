package org.cordon.access.checkpoints;

import java.time.Clock;
import org.cordon.access.ledger.Ledger;
import org.cordon.merkle.SigningKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The key, and the sequencer that signs with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class CheckpointConfiguration {

  @Bean
  SigningKey ledgerKey(LedgerProperties properties) {
    return SigningKeyFile.at(properties.keyFile());
  }

  @Bean
  Integrator integrator(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Ledger ledger,
      TileStore tiles,
      CheckpointStore checkpoints,
      SigningKey ledgerKey,
      Clock clock) {
    return new Integrator(
        new Integration(
            jdbc,
            new TransactionTemplate(transactions),
            ledger,
            tiles,
            checkpoints,
            ledgerKey,
            clock));
  }
}
