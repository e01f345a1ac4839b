package org.cordon.evidence.objects;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key-encryption key is.
 *
 * @param keyFile one key a line, 32 bytes in Base64; readable by its owner alone
 */
@ConfigurationProperties("cordon.encryption")
public record EncryptionProperties(Path keyFile) {}
