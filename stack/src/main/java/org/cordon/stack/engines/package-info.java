/**
 * PostgreSQL, the object store, Elasticsearch and Keycloak as processes of this machine.
 *
 * <p>Start reading at {@link org.cordon.stack.engines.Engine}; tests start at {@link
 * org.cordon.stack.engines.TestEngines}. {@code ./cordon up} and the tests run the very same
 * engines with the same settings. The invariant: an engine listens on the loopback address alone
 * and lets nobody in without a password made for this installation. Allowed dependency: {@code
 * org.cordon.stack.processes}.
 */
@NullMarked
package org.cordon.stack.engines;

import org.jspecify.annotations.NullMarked;
