/** Processes that die: nothing acknowledged is lost, nothing is shown unchecked. */
@NullMarked
package org.cordon.acceptance.faults;

import org.jspecify.annotations.NullMarked;
