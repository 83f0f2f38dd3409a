# Who has devices adds and removes them only in a session made with a code. Goes on with alice's devices; leaves them hers.
# shellcheck shell=bash disable=SC2154

login admin
actions='"iam:EnableMFADevice", "iam:DeactivateMFADevice"'
echo "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [$actions], \"Resource\": \"$self\"}]}" \
    >"$work/devices.json"
answers "alice may care for her devices" "" \
    iam put-user-policy --user-name alice --policy-name devices --policy-document "file://$work/devices.json"
login alice
mfa_first="To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user."
refused "but not by her key alone: deactivate" 403 AccessDenied "$mfa_first" \
    iam deactivate-mfa-device --user-name alice --serial-number "$tablet"
device_call enable-mfa-device alice "$other_fob" 000000 000001
refused "but not by her key alone: enable" 403 AccessDenied "$mfa_first" "${arguments[@]}"
next_code "$fob"
sign_in "she shows a code" "$fob" "$code"
login "alice's session"
answers "now she deactivates" "" iam deactivate-mfa-device --user-name alice --serial-number "$tablet"
pair "$tablet"
takes "and enables again" enable-mfa-device alice "$tablet" "$code1" "$code2"
device_call enable-mfa-device alice GAHT99999999 000000 000001
refused "an unknown device" 404 NoSuchEntity "MFA Device with serial number GAHT99999999 does not exist." \
    "${arguments[@]}"
device_call enable-mfa-device alice "$fob" 000000 000001
refused "her own device again is in use, although she may not enable everybody's" 409 EntityAlreadyExists \
    "MFA Device is already in use." "${arguments[@]}"
