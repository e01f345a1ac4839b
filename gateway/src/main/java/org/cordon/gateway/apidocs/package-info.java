/**
 * Where programmers find the services' own descriptions. Start with {@link
 * org.cordon.gateway.apidocs.ApiDocsPage}.
 */
@NullMarked
package org.cordon.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
