@NullMarked
package org.cordon.access.authzen;

import org.jspecify.annotations.NullMarked;
