/**
 * {@code Idempotency-Key} for every POST that creates: the same key by the same person answers as
 * the first time, and makes nothing twice.
 *
 * <p>The service holds the table (Flyway):
 *
 * <pre>{@code
 * create table idempotency_keys (
 *   person uuid not null, key text not null, request text not null,
 *   status int not null, location text, body text not null, recorded_at timestamptz not null,
 *   primary key (person, key));
 * }</pre>
 */
@NullMarked
package org.cordon.platform.idempotency;

import org.jspecify.annotations.NullMarked;
