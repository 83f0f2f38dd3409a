# Enabling a fob by its serial number. Leaves it with alice, its codes used but for the next.
# shellcheck shell=bash disable=SC2154

login admin
pair "$fob"
device_call enable-mfa-device nobody "$fob" "$code1" "$code2"
refused "a fob for nobody" 404 NoSuchEntity "The user with name nobody cannot be found." "${arguments[@]}"
device_call enable-mfa-device alice GAHT99999999 "$code1" "$code2"
refused "an unknown serial" 404 NoSuchEntity "MFA Device with serial number GAHT99999999 does not exist." \
    "${arguments[@]}"
# Five for one fob: a sixth would bring a pause.
not_valid "wrong codes" enable-mfa-device alice "$fob" "$(wrong "$code1")" "$(wrong "$code2")"
not_valid "a wrong second code" enable-mfa-device alice "$fob" "$code1" "$(wrong "$code2")"
not_valid "the same code twice" enable-mfa-device alice "$fob" "$code2" "$code2"
not_valid "swapped codes" enable-mfa-device alice "$fob" "$code2" "$code1"
next_code "$fob"
not_valid "codes with one left out between" enable-mfa-device alice "$fob" "$code1" "$code"
not_valid "codes of another fob" enable-mfa-device alice "$other_fob" "$code2" "$code"
digits="failed to satisfy constraint: Member must satisfy regular expression pattern: [\\d]+"
device_call enable-mfa-device alice "$fob" abcdef "$code"
refused "letters for a code" 400 ValidationError "1 validation error detected: Value at 'authenticationCode1' $digits" \
    "${arguments[@]}"
device_call enable-mfa-device alice "$fob" abcdef 12345x
refused "letters for both codes" 400 ValidationError "2 validation errors detected: \
Value at 'authenticationCode1' $digits; Value at 'authenticationCode2' $digits" "${arguments[@]}"
device_call enable-mfa-device alice "$fob" 12345 "$code"
misuse "a code too short" \
    "Invalid length for parameter AuthenticationCode1, value: 5, valid min length: 6" "${arguments[@]}"
misuse "enable-mfa-device without codes" "the following arguments are required" \
    iam enable-mfa-device --user-name alice --serial-number "$fob"
answers "nothing was enabled by all this" "[]" iam list-mfa-devices --user-name alice --output json --query MFADevices

takes "enable-mfa-device by serial number" enable-mfa-device alice "$fob" "$code2" "$code"
resembles "list-mfa-devices" "\{ \"MFADevices\": \[ \{ \"UserName\": \"alice\", \"SerialNumber\": \"$fob\", \
\"EnableDate\": \"$date\" \} \] \}" iam list-mfa-devices --user-name alice
refused "list-mfa-devices of nobody" 404 NoSuchEntity "The user with name nobody cannot be found." \
    iam list-mfa-devices --user-name nobody
used=$code
pair "$fob"
device_call enable-mfa-device bob "$fob" "$code1" "$code2"
refused "enabled again on another user" 409 EntityAlreadyExists "MFA Device is already in use." "${arguments[@]}"
device_call enable-mfa-device alice "$fob" "$code1" "$code2"
refused "enabled again on the same user" 409 EntityAlreadyExists "MFA Device is already in use." "${arguments[@]}"

login alice
answers "she sees her devices" "alice $fob" \
    iam list-mfa-devices --output text --query 'MFADevices[].[UserName,SerialNumber]'
denied "she deactivates no device" alice DeactivateMFADevice "arn:aws:iam::$account:user/alice" \
    iam deactivate-mfa-device --user-name alice --serial-number "$fob"
no_sign_in "the codes that enabled it are used" "$fob" "$used"
sign_in "get-session-token with a code one step ahead" "$fob" "$code2"
no_sign_in "the same code again" "$fob" "$code2"
no_sign_in "the code before it, which was never used" "$fob" "$code1"
