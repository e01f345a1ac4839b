@NullMarked
package org.cordon.merkle;

import org.jspecify.annotations.NullMarked;
