/** The demo is whole, and loading it may be cut off anywhere. */
@NullMarked
package org.cordon.stack.demo;

import org.jspecify.annotations.NullMarked;
