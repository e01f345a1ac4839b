#!/bin/sh
# Makes the bucket with object lock, and a user who may store and read in it, and nothing else.
# Can be run again.
set -eu
secret() { cat "/run/secrets/$1"; }
MC_HOST_store="http://cordon-root:$(secret objects-root-password)@minio:9000"
export MC_HOST_store

# Object lock can only be had from the start; it brings versioning with it.
mc mb --ignore-existing --with-lock store/cordon-evidence
mc admin policy create store cordon-evidence /policy.json
printf '%s\n%s\n' "$(secret objects-access-key)" "$(secret objects-secret-key)" \
  | mc admin user add store
# Answers with an error when it is attached already, so what counts is what is attached.
mc admin policy attach store cordon-evidence --user "$(secret objects-access-key)" || true
case $(mc admin user info store "$(secret objects-access-key)") in
  *cordon-evidence*) ;;
  *) echo "The user for the bucket did not get its policy" >&2; exit 1 ;;
esac
