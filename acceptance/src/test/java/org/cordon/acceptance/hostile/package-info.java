/** Input that nobody who means well sends: each is refused with a problem document. */
@NullMarked
package org.cordon.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
