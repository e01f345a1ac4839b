@NullMarked
package org.cordon.access.labels;

import org.jspecify.annotations.NullMarked;
