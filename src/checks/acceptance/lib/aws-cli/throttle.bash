# Pauses after wrong codes. Goes on with bob's fob.
# shellcheck shell=bash disable=SC2154

# wrong_codes TITLE COUNT: as many sign-ins of bob, each refused
wrong_codes() {
    local count=0 tries=0
    while [ "$tries" -lt "$2" ]; do
        call sts get-session-token --serial-number "$fob" --token-code "$(wrong "$code")"
        [[ $message != *"$wrong_code" ]] || count=$((count + 1))
        tries=$((tries + 1))
    done
    same "$1" "$2 refused" "$count refused"
}

login bob
wrong_codes "five wrong codes" 5
next_code "$fob"
sign_in "bring no pause" "$fob" "$code"
wrong_codes "six wrong codes, counted anew" 6
next_code "$fob"
no_sign_in "bring a pause: the right code is answered like a wrong one" "$fob" "$code"
paused=$("$fobsmith" device list --user bob --json | json_text pausedUntil)
matches "device list shows the pause" "20[0-9T:.-]+Z" "$paused"
"$fobsmith" device unlock "$fob" --json >"$work/unlock.json"
same "device unlock" "exit 0: $fob" "exit $?: $(json_text serial <"$work/unlock.json")"
sign_in "ends it, and the right code was not used up" "$fob" "$code"

login admin
pair "$fob"
device_call resync-mfa-device bob "$fob" "$code2" "$code1"
count=0
for _ in 1 2 3 4 5 6; do
    call "${arguments[@]}"
    [[ $message != *"$codes_not_valid" ]] || count=$((count + 1))
done
same "six wrong pairs by the administrator" "6 refused" "$count refused"
not_valid "bring him a pause" resync-mfa-device bob "$fob" "$code1" "$code2"
login bob
sign_in "but not the owner" "$fob" "$code1"
