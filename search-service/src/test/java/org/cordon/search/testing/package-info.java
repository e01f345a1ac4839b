/** The services next door and the engine, for tests. */
@NullMarked
package org.cordon.search.testing;

import org.jspecify.annotations.NullMarked;
