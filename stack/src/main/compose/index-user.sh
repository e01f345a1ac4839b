#!/bin/bash
# Makes the role and the user of search-service, who may manage Cordon's indices and nothing else.
# Can be run again. Passwords reach curl through its standard input, so that no list of processes
# shows them.
set -eu
secret() { cat "/run/secrets/$1"; }

put() { # path, file with the body
  printf 'user = "elastic:%s"\n' "$(secret elasticsearch-root-password)" \
    | curl --silent --show-error --fail-with-body --config - --output /dev/null \
      --request PUT --header 'Content-Type: application/json' \
      --data-binary "@$2" "http://elasticsearch:9200/_security/$1"
}

BODY=$(mktemp)
trap 'rm -f "$BODY"' EXIT
cat > "$BODY" << 'JSON'
{
  "cluster": ["monitor", "manage_index_templates"],
  "indices": [{ "names": ["cordon*"], "privileges": ["all"] }]
}
JSON
put role/cordon "$BODY"
printf '{ "password": "%s", "roles": ["cordon"] }' "$(secret elasticsearch-password)" > "$BODY"
put user/cordon "$BODY"
