/** Tests of org.cordon.evidence.storage. */
@NullMarked
package org.cordon.evidence.storage;

import org.jspecify.annotations.NullMarked;
