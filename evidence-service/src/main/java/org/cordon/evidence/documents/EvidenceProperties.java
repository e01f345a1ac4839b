package org.cordon.evidence.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of an upload.
 *
 * @param maxFileSize the largest file that is accepted
 * @param longestUpload how long an upload may take before it counts as abandoned
 */
@ConfigurationProperties("cordon.evidence")
public record EvidenceProperties(
    @DefaultValue("2GB") DataSize maxFileSize, @DefaultValue("6h") Duration longestUpload) {}
