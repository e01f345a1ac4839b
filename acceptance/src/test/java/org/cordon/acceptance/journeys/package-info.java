/** What people do in a browser, from signing in to signing out. */
@NullMarked
package org.cordon.acceptance.journeys;

import org.jspecify.annotations.NullMarked;
