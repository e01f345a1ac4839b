#!/bin/sh
# Makes the secret files that docker-compose.yml mounts, in ./secrets beside it: once, as root.
# A file that is there already is kept, so that it can be run again after a new version.
#
# Every file belongs to group 10001 (the services' own, which the other containers join through
# group_add) and is readable by that group and nobody else; the folder is root's alone. Keep a copy
# of encryption.key in another place: without it nothing that is stored can be opened again; and one of
# ledger.key, without which the ledger can never be signed on.
set -eu
umask 077
cd "$(dirname "$0")/../../../.."
GROUP=10001
mkdir -p secrets

make() { # name, content
  if [ ! -e "secrets/$1" ]; then
    printf '%s' "$2" > "secrets/$1"
    echo "made secrets/$1"
  fi
  chgrp "$GROUP" "secrets/$1"
  chmod 440 "secrets/$1"
}

# 32 letters and digits (190 bits), so that nothing ever needs quoting.
password() {
  LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 32
}

for name in \
  postgres-password \
  access-owner-password access-app-password \
  evidence-owner-password evidence-app-password \
  gateway-owner-password gateway-app-password \
  keycloak-owner-password \
  keycloak-administrator-password \
  gateway-client-secret access-client-secret evidence-client-secret search-client-secret \
  objects-root-password objects-secret-key \
  elasticsearch-root-password elasticsearch-password
do
  make "$name" "$(password)"
done
make objects-access-key cordon-evidence
make encryption.key "$(head -c 32 /dev/urandom | base64)"
# The ledger's name, and the seed of the key that signs its checkpoints.
make ledger.key "cordon-$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')+$(head -c 32 /dev/urandom | base64)"
