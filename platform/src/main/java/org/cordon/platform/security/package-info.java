/**
 * Every service is a resource server: issuer, audience and expiry are checked, and whoever is not
 * allowed learns nothing. Start with {@link org.cordon.platform.security.ServiceSecurity}.
 */
@NullMarked
package org.cordon.platform.security;

import org.jspecify.annotations.NullMarked;
