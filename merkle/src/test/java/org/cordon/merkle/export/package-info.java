@NullMarked
package org.cordon.merkle.export;

import org.jspecify.annotations.NullMarked;
