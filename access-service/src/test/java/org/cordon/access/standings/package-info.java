@NullMarked
package org.cordon.access.standings;

import org.jspecify.annotations.NullMarked;
