#!/usr/bin/env bash
# Drives "fobsmith serve" with Debian's boto3, unmodified: a virtual device's whole life, a simulated fob by its serial number,
# the errors on the way by their types, and GetCallerIdentity as a presigned URL. The app's codes are the program's own
# reckoning of RFC 6238.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}
fixtures=$here/../../../fixtures/demo
# Not whatever else may be called python3 on the PATH.
python=/usr/bin/python3

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/fobs.bash
. "$here/lib/fobs.bash"
# shellcheck source=lib/aws.bash
. "$here/lib/aws.bash"
# shellcheck source=lib/sdk.bash
. "$here/lib/sdk.bash"

require_program "$python" python3
"$python" -c 'import boto3' 2>/dev/null || require_program boto3 python3-boto3

require_program "$(command -v curl || echo curl)" curl

set_stage
start_service
start_fobs "$fixtures/acme.fleet.json"
read_fob GAHT00000001
drive "$python" "$here/boto3/life.py"
finish
