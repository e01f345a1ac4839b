/** Requests as a program sends them, with a bearer token, through the front door. */
@NullMarked
package org.cordon.acceptance.api;

import org.jspecify.annotations.NullMarked;
