/**
 * The container files, checked without a container engine: {@code docker-compose.yml} against the
 * Compose specification's schema, against its own promises (who is published, who waits for whom,
 * who holds which secret) and against the settings that the services really read.
 */
@NullMarked
package org.cordon.acceptance.compose;

import org.jspecify.annotations.NullMarked;
