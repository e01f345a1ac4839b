package org.cordon.access.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where accounts are made.
 *
 * @param adminUrl the admin interface of the realm, for example {@code
 *     http://127.0.0.1:8180/auth/admin/realms/cordon}
 */
@ConfigurationProperties("cordon.keycloak")
record KeycloakProperties(String adminUrl) {}
