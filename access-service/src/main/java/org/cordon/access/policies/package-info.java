/**
 * The one place where access is decided: Cedar policies, written once and used for point decisions
 * and for search filters. Start with {@link org.cordon.access.policies.Policies}.
 *
 * <p>Invariants: Java supplies facts and never decides; any error while deciding denies and alarms;
 * a policy set that does not validate, or that speaks of the resource other than through required
 * attributes, stops the service. Depends on nothing but {@code platform}.
 */
@NullMarked
package org.cordon.access.policies;

import org.jspecify.annotations.NullMarked;
