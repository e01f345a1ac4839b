@NullMarked
package org.cordon.access.proceedings;

import org.jspecify.annotations.NullMarked;
