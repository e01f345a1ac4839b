#!/bin/bash
# Makes an account for a business manager, who may open cases, and prints its password, which must
# be changed at the first sign-in. Everyone else gets an account from the pages of a case.
# Run it inside Keycloak's container: first-account.sh ACCOUNT NAME EMAIL
set -eu
if [ $# -ne 3 ]; then
  echo "usage: $0 ACCOUNT NAME EMAIL" >&2
  exit 2
fi
SECRETS=${SECRETS:-/run/secrets}
KEYCLOAK=${KEYCLOAK:-/opt/keycloak}
SERVER=${SERVER:-http://127.0.0.1:8080/auth}
CONFIG=$(mktemp)
trap 'rm -f "$CONFIG"' EXIT

admin() { "$KEYCLOAK/bin/kcadm.sh" "$@" --config "$CONFIG"; }

json() { # a string as JSON holds it
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# A UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance.
person() {
  local time chance
  time=$(printf '%012x' "$(date +%s%3N)")
  chance=$(head -c 10 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
  printf '%s-%s-7%s-%x%s-%s\n' "${time:0:8}" "${time:8:4}" "${chance:0:3}" \
    $((8 + 0x${chance:3:1} % 4)) "${chance:4:3}" "${chance:7:12}"
}

KC_CLI_PASSWORD=$(cat "$SECRETS/keycloak-administrator-password")
export KC_CLI_PASSWORD
admin config credentials --server "$SERVER" --realm master --user launcher 2> /dev/null

PASSWORD=$(LC_ALL=C tr -dc 'A-HJ-NP-Za-km-z2-9' < /dev/urandom | head -c 14 || true)
LAST=${2##* }
FIRST=${2% *}
if [ "$FIRST" = "$2" ]; then LAST=; fi
admin create users -r cordon -f - << JSON
{
  "username": $(json "$1"),
  "enabled": true,
  "firstName": $(json "$FIRST"),
  "lastName": $(json "$LAST"),
  "email": $(json "$3"),
  "attributes": { "person": ["$(person)"] },
  "credentials": [{ "type": "password", "value": "$PASSWORD", "temporary": true }]
}
JSON
admin add-roles -r cordon --uusername "$1" --rolename business-manager
echo "account:  $1"
echo "password: $PASSWORD"
