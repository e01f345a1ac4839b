/** The launcher as an interface: what it starts, what it leaves behind, what it keeps secret. */
@NullMarked
package org.cordon.acceptance.launcher;

import org.jspecify.annotations.NullMarked;
