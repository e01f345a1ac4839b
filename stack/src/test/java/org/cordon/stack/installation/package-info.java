@NullMarked
package org.cordon.stack.installation;

import org.jspecify.annotations.NullMarked;
