#!/bin/sh
# Runs once, when PostgreSQL makes its data: one database a service, with an owner who migrates and
# an app role who works. What the app role may do is granted by the service's own migrations.
set -eu
SECRETS=${SECRETS:-/run/secrets}

run() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres "$@"
}

for name in access evidence gateway keycloak; do
  OWNER_PASSWORD=$(cat "$SECRETS/$name-owner-password")
  export OWNER_PASSWORD
  run --set name="$name" --set owner="${name}_owner" <<'SQL'
\getenv password OWNER_PASSWORD
create role :"owner" login password :'password';
create database :"name" owner :"owner";
revoke all on database :"name" from public;
SQL
  # Keycloak migrates and works as one role.
  if [ "$name" != keycloak ]; then
    APP_PASSWORD=$(cat "$SECRETS/$name-app-password")
    export APP_PASSWORD
    run --set name="$name" --set app="${name}_app" <<'SQL'
\getenv password APP_PASSWORD
create role :"app" login password :'password';
grant connect on database :"name" to :"app";
SQL
  fi
done
