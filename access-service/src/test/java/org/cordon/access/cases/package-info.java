@NullMarked
package org.cordon.access.cases;

import org.jspecify.annotations.NullMarked;
