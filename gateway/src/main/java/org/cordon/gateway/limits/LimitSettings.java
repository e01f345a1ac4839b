package org.cordon.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is too much.
 *
 * @param personPerMinute requests of one person, over all their sessions and tokens
 * @param addressPerMinute requests from one network address, which may be a whole office
 * @param signInPerMinute forms sent to the sign-in pages from one network address
 * @param upload bytes of a body that carries a file
 * @param body bytes of any other body
 * @param address characters of path and query
 */
@ConfigurationProperties("cordon.gateway.limits")
record LimitSettings(
    @DefaultValue("1200") int personPerMinute,
    @DefaultValue("6000") int addressPerMinute,
    @DefaultValue("60") int signInPerMinute,
    @DefaultValue("2200MB") DataSize upload,
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("4096") int address) {}
