/**
 * Tables to take away. Start with {@link org.cordon.platform.tables.Csv}.
 *
 * <p>Invariant: no cell is a formula, whatever somebody wrote.
 */
@NullMarked
package org.cordon.platform.tables;

import org.jspecify.annotations.NullMarked;
