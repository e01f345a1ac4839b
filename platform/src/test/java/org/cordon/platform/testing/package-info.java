/** What tests of every service share; packaged as this module's test-jar. */
@NullMarked
package org.cordon.platform.testing;

import org.jspecify.annotations.NullMarked;
