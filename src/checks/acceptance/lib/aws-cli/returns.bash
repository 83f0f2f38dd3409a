# Taking devices back. Goes on with alice's three devices; leaves her the phone, and the fob with bob.
# shellcheck shell=bash disable=SC2154

login admin
delete=(iam delete-virtual-mfa-device --serial-number)
deactivate=(iam deactivate-mfa-device --user-name)
refused "delete-virtual-mfa-device while it is assigned" 409 DeleteConflict \
    "MFA VirtualDevice in use. Must deactivate first" "${delete[@]}" "$phone"
refused "delete-virtual-mfa-device of none" 404 NoSuchEntity \
    "MFA Device with serial number arn:aws:iam::$account:mfa/none does not exist." \
    "${delete[@]}" "arn:aws:iam::$account:mfa/none"
refused "a fob is no virtual device" 404 NoSuchEntity "MFA Device with serial number $fob does not exist." \
    "${delete[@]}" "$fob"
answers "delete-virtual-mfa-device" "" "${delete[@]}" "$spare"
refused "delete-virtual-mfa-device twice" 404 NoSuchEntity "MFA Device with serial number $spare does not exist." \
    "${delete[@]}" "$spare"
refused "deactivate another user's device" 404 NoSuchEntity "MFA Device invalid for user." "${deactivate[@]}" bob \
    --serial-number "$phone"
refused "deactivate an unknown serial" 404 NoSuchEntity "MFA Device with serial number GAHT99999999 does not exist." \
    "${deactivate[@]}" alice --serial-number GAHT99999999
misuse "deactivate without a user, for this aws" "the following arguments are required: --user-name" \
    iam deactivate-mfa-device --serial-number "$phone"

login alice
next_code "$phone"
code1=$code
sign_in "a code of the phone" "$phone" "$code1"
next_code "$phone"
code2=$code
sign_in "and the next" "$phone" "$code2"
login admin
answers "deactivate-mfa-device" "" "${deactivate[@]}" alice --serial-number "$phone"
answers "it stays, unassigned" "$phone None" \
    iam list-virtual-mfa-devices --assignment-status Unassigned "${devices[@]}"
login alice
next_code "$phone"
refused "it signs nobody in" 403 AccessDenied "$not_yours" sts get-session-token --serial-number "$phone" \
    --token-code "$code"
login admin
not_valid "enabled with codes that signed in" enable-mfa-device alice "$phone" "$code1" "$code2"
pair "$phone"
takes "enabled with new ones, by the same seed" enable-mfa-device alice "$phone" "$code1" "$code2"

login alice
next_code "$fob"
code1=$code
sign_in "a code of the fob" "$fob" "$code1"
next_code "$fob"
code2=$code
sign_in "and the next" "$fob" "$code2"
login admin
answers "deactivate-mfa-device by serial number" "" "${deactivate[@]}" alice --serial-number "$fob"
used1=$code1 used2=$code2
pair "$fob"
device_call enable-mfa-device bob "$fob" "$code1" "$code2"
refused "a returned fob is nobody's until it is checked" 404 NoSuchEntity \
    "MFA Device with serial number $fob does not exist." "${arguments[@]}"
"$fobsmith" token check "$fob" "$code1" "$code2" --json >"$work/check.json"
same "token check takes two codes" "exit 0: proven" "exit $?: $(json_text state <"$work/check.json")"
not_valid "enabled with codes that signed in" enable-mfa-device bob "$fob" "$used1" "$used2"
not_valid "enabled with codes that were checked" enable-mfa-device bob "$fob" "$code1" "$code2"
pair "$fob"
takes "enabled for another user with new ones" enable-mfa-device bob "$fob" "$code1" "$code2"
login bob
next_code "$fob"
sign_in "it signs him in" "$fob" "$code"
