@NullMarked
package org.cordon.access.people;

import org.jspecify.annotations.NullMarked;
