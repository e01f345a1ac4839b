@NullMarked
package org.cordon.platform.paging;

import org.jspecify.annotations.NullMarked;
