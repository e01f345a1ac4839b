/**
 * The ledger's tree: hashes as RFC 9162, section 2.1 defines them. JDK only, so that an outsider
 * can read and run it alone. Start with {@link org.cordon.merkle.TreeHash}.
 */
@NullMarked
package org.cordon.merkle;

import org.jspecify.annotations.NullMarked;
