@NullMarked
package org.cordon.stack.services;

import org.jspecify.annotations.NullMarked;
