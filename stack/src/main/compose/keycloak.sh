#!/bin/bash
# The image's own start, with the secrets in the environment, where the realm file's placeholders
# and Keycloak's settings look for them.
set -eu
secret() { cat "/run/secrets/$1"; }
KC_DB_PASSWORD=$(secret keycloak-owner-password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(secret keycloak-administrator-password)
CORDON_GATEWAY_SECRET=$(secret gateway-client-secret)
CORDON_ACCESS_SERVICE_SECRET=$(secret access-client-secret)
CORDON_EVIDENCE_SERVICE_SECRET=$(secret evidence-client-secret)
CORDON_SEARCH_SERVICE_SECRET=$(secret search-client-secret)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD CORDON_GATEWAY_SECRET \
  CORDON_ACCESS_SERVICE_SECRET CORDON_EVIDENCE_SERVICE_SECRET CORDON_SEARCH_SERVICE_SECRET
exec /opt/keycloak/bin/kc.sh start --import-realm
