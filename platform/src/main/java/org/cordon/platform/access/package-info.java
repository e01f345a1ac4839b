/**
 * The client of access-service and the types that cross that border: labels, decisions, the filter
 * expression. Invariant: when access-service does not answer, nothing is shown.
 */
@NullMarked
package org.cordon.platform.access;

import org.jspecify.annotations.NullMarked;
