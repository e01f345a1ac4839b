/**
 * The services and the identity provider next door, as stubs that speak HTTP, and a small browser.
 */
@NullMarked
package org.cordon.gateway.testing;

import org.jspecify.annotations.NullMarked;
