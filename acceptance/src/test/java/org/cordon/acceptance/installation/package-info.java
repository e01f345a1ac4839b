/**
 * The one installation that all tests of a run share, started by the real launcher.
 *
 * <p>Start reading at {@link org.cordon.acceptance.installation.Cordon}. The invariant: whatever a
 * test stops runs again when the test ends, and nothing is left behind when the run ends.
 */
@NullMarked
package org.cordon.acceptance.installation;

import org.jspecify.annotations.NullMarked;
