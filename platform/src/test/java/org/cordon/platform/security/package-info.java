@NullMarked
package org.cordon.platform.security;

import org.jspecify.annotations.NullMarked;
