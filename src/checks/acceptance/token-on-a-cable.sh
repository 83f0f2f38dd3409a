#!/usr/bin/env bash
# A simulated Molto2 on a USB/IP port, as a new user would meet it: found, pulled out and put back, provisioned, then enabled
# by its serial number, drifting and resynchronised with the unmodified aws command line of Debian. Nothing waits.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}
fixtures=$here/../../../fixtures/demo
aws=/usr/bin/aws

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/fobs.bash
. "$here/lib/fobs.bash"
# shellcheck source=lib/aws.bash
. "$here/lib/aws.bash"
# shellcheck source=lib/cable.bash
. "$here/lib/cable.bash"

require_program "$aws" awscli
require_program "$(command -v curl || echo curl)" curl

set_stage
start_service
start_tokens
token=86590300000001

login admin
for user in alice bob; do
    answers "a user $user" "$user" iam create-user --user-name "$user" --output text --query User.UserName
done
new_key alice

tells "token scan finds it" 0 "PLACE +MODEL +SERIAL +CLOCK +UNUSABLE
usbip 127.0.0.1:[0-9]+/1-1 +Token2 Molto2 +$token +[-+][0-9]+ s" token scan
tells "token scan in JSON" 0 '.*"serial" : "'"$token"'".*' token scan --json

"$fobsmith" sim unplug "$token" --control "$control" >"$work/unplug.out"
tells "an empty table has nothing to do" 3 "(note: .*)?PLACE +MODEL +SERIAL +CLOCK +UNUSABLE" token scan
tells "nothing to provision" 1 ".*no token is plugged in.*hint: .*" provision --simulated-hands --control "$control"
"$fobsmith" sim plug "$token" --control "$control" >"$work/plug.out"

tells "provision" 0 "$token is proven: it shows the codes of its new seed; its clock is [-+][0-9.]+ s off" \
    provision --simulated-hands --control "$control"
tells "it is in stock" 0 ".*$token +proven +- +Token2 Molto2 +TOTP SHA1 6 digits 30 s.*" token list
tells "a seed is kept" 1 ".*token $token carries a seed already.*--overwrite.*" \
    provision --simulated-hands --control "$control"
tells "a second profile" 0 "$token:01 is proven.*" \
    provision --profile 1 --title second --simulated-hands --control "$control"

# Provisioning has used up the codes of this step.
for profile in 1 0; do
    step_read[$token:$profile]=$(($(date +%s) / 30 + 1))
done
pair_of_profile "$token"
takes "enable-mfa-device by its serial number" enable-mfa-device alice "$token" "$code1" "$code2"
tells "a token somebody has is not written" 1 ".*token $token is enabled; only stock that nobody has.*" \
    provision --overwrite --simulated-hands --control "$control"
login alice
no_sign_in "the codes that enabled it are used" "$token" "$code2"
next_code_of_profile "$token"
sign_in "get-session-token" "$token" "$code"
"$fobsmith" sim time "$token" --shift 450 --control "$control" >"$work/time.out"
next_code_of_profile "$token"
no_sign_in "450 s fast, it is refused" "$token" "$code"
login admin
pair_of_profile "$token"
takes "resync-mfa-device" resync-mfa-device alice "$token" "$code1" "$code2"
login alice
next_code_of_profile "$token"
sign_in "it signs in again" "$token" "$code"

login admin
profile=1
# Back from where the cases above have turned it, ten minutes away.
"$fobsmith" sim time "$token" --set "$(date -u +%FT%TZ)" --control "$control" >"$work/time.out"
pair_of_profile "$token"
takes "the second profile is somebody else's device" enable-mfa-device bob "$token:01" "$code1" "$code2"
tells "the audit trail holds all that was anchored while it was served" 0 "[0-9]+ records, none changed.*not truncated.*" \
    audit verify --anchor "$work/heads.jsonl"

finish
