/**
 * Errors as RFC 9457 problems. Invariant: absent and forbidden answer the same bytes (rule 2), and
 * no exception text that we did not write ever leaves.
 */
@NullMarked
package org.cordon.platform.problems;

import org.jspecify.annotations.NullMarked;
