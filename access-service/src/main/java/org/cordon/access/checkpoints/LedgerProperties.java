package org.cordon.access.checkpoints;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the ledger's checkpoints are signed with.
 *
 * @param keyFile one line, {@code name+base64}: the ledger's name and a seed of 32 bytes; readable
 *     by its owner and group alone
 */
@ConfigurationProperties("cordon.ledger")
record LedgerProperties(Path keyFile) {}
