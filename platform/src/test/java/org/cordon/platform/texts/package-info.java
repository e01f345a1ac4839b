@NullMarked
package org.cordon.platform.texts;

import org.jspecify.annotations.NullMarked;
