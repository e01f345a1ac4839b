@NullMarked
package org.cordon.access.accounts;

import org.jspecify.annotations.NullMarked;
