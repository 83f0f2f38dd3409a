#!/usr/bin/env bash
# Drives "fobsmith serve" with AWS's SDK for JavaScript, unmodified, from npm: a virtual device's whole life, a simulated fob
# by its serial number, and the errors on the way by their types. The app's codes are the program's own reckoning of RFC 6238.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}
fixtures=$here/../../../fixtures/demo
sdk=$here/../target/aws-sdk-js

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

require_program "$(command -v node || echo node)" nodejs
require_program "$(command -v npm || echo npm)" npm

# Where no registry can be reached the SDK may lie here already; else there is nothing to drive with.
mkdir -p "$sdk"
cp "$here"/aws-sdk-js/* "$sdk"
if ! (cd "$sdk" && npm ci --ignore-scripts --no-audit --no-fund) >"$sdk/npm.log" 2>&1; then
    skip "the SDK for JavaScript" "npm cannot install it here, see src/checks/target/aws-sdk-js/npm.log"
    summary
    [ "${CI:-}" != true ]
    exit
fi

require_program "$(command -v curl || echo curl)" curl

set_stage
start_service
start_fobs "$fixtures/acme.fleet.json"
read_fob GAHT00000001
drive node "$sdk/life.mjs"
finish
