#!/usr/bin/env bash
# Drives "fobsmith serve" with the unmodified aws command line of Debian: every operation that it has, which is all but
# get-mfa-device, the codes of simulated fobs, and each refusal with its status, code and full text. Only the fobs' clocks
# are turned; nothing waits for a time step.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}
fixtures=$here/../../../fixtures/demo
# Not whatever else may be called aws on the PATH.
aws=/usr/bin/aws

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/fobs.bash
. "$here/lib/fobs.bash"
# shellcheck source=lib/aws.bash
. "$here/lib/aws.bash"

require_program "$aws" awscli
require_program "$(command -v curl || echo curl)" curl

set_stage
start_service
start_fobs "$fixtures/acme.fleet.json"
fob=GAHT00000001
other_fob=GAHT00000002

# In this order: each part goes on with what the one before has left.
# shellcheck source=lib/aws-cli/users.bash
. "$here/lib/aws-cli/users.bash"
# shellcheck source=lib/aws-cli/people.bash
. "$here/lib/aws-cli/people.bash"
# shellcheck source=lib/aws-cli/enabling.bash
. "$here/lib/aws-cli/enabling.bash"
# shellcheck source=lib/aws-cli/sessions.bash
. "$here/lib/aws-cli/sessions.bash"
# shellcheck source=lib/aws-cli/clocks.bash
. "$here/lib/aws-cli/clocks.bash"
# shellcheck source=lib/aws-cli/virtual.bash
. "$here/lib/aws-cli/virtual.bash"
# shellcheck source=lib/aws-cli/tags.bash
. "$here/lib/aws-cli/tags.bash"
# shellcheck source=lib/aws-cli/mfa-first.bash
. "$here/lib/aws-cli/mfa-first.bash"
# shellcheck source=lib/aws-cli/groups-and-roles.bash
. "$here/lib/aws-cli/groups-and-roles.bash"
# shellcheck source=lib/aws-cli/returns.bash
. "$here/lib/aws-cli/returns.bash"
# shellcheck source=lib/aws-cli/throttle.bash
. "$here/lib/aws-cli/throttle.bash"
# shellcheck source=lib/aws-cli/departure.bash
. "$here/lib/aws-cli/departure.bash"

finish
