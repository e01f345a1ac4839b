#!/bin/bash
# The image's own start, with the password of the user "elastic" taken from a secret. The image can
# read a file itself, but insists on mode 400 or 600, and these files are shared by group.
set -eu
ELASTIC_PASSWORD=$(cat /run/secrets/elasticsearch-root-password)
export ELASTIC_PASSWORD
exec /bin/tini -- /usr/local/bin/docker-entrypoint.sh eswrapper
