# A fob whose clock has run away. Goes on with alice's fob; leaves it in step again.
# shellcheck shell=bash disable=SC2154

"$fobsmith" sim time "$fob" --shift 450 --control "$control" --json >"$work/time.json"
same "the fob gains 450 s" "exit 0: $fob" "exit $?: $(json_text serial <"$work/time.json")"
login alice
next_code "$fob"
code1=$code
no_sign_in "a fob 450 s fast is refused" "$fob" "$code1"
denied "she resynchronises nothing" alice ResyncMFADevice "arn:aws:iam::$account:user/alice" \
    iam resync-mfa-device --user-name alice --serial-number "$fob" --authentication-code1 "$code1" \
    --authentication-code2 "$code1"

login admin
next_code "$fob"
code2=$code
not_valid "resync with wrong codes" resync-mfa-device alice "$fob" "$(wrong "$code1")" "$(wrong "$code2")"
not_valid "resync with the same code twice" resync-mfa-device alice "$fob" "$code1" "$code1"
not_valid "resync with swapped codes" resync-mfa-device alice "$fob" "$code2" "$code1"
device_call resync-mfa-device alice GAHT99999999 "$code1" "$code2"
refused "resync of an unknown serial" 404 NoSuchEntity "MFA Device with serial number GAHT99999999 does not exist." \
    "${arguments[@]}"
device_call resync-mfa-device bob "$fob" "$code1" "$code2"
refused "resync of another user's device" 404 NoSuchEntity "MFA Device invalid for user." "${arguments[@]}"
takes "resync-mfa-device" resync-mfa-device alice "$fob" "$code1" "$code2"
not_valid "resync with the same codes again" resync-mfa-device alice "$fob" "$code1" "$code2"

login alice
no_sign_in "the codes that resynchronised it are used" "$fob" "$code2"
next_code "$fob"
sign_in "it signs in again" "$fob" "$code"
shown=$("$fobsmith" sim show "$fob" --control "$control" --json | json_text display)
same "sim show shows what was read" "$code" "$shown"
