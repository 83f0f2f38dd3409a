# A simulated token on a USB/IP port, and the commands that speak to it. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# start_tokens [ARGUMENTS]: a fresh Molto2, or what else the arguments of "sim run" say, on free ports; lets commands look for
# tokens there.
start_tokens() {
    [ $# -gt 0 ] || set -- --model molto2
    control=$work/control.json
    # Of another that ran before.
    rm -f "$work/sim.json"
    "$fobsmith" sim run "$@" --usbip-port 0 --control "$control" --json >"$work/sim.json" 2>"$work/sim.log" &
    pids+=($!)
    await "$work/sim.json"
    simulator=$(json_text url <"$work/sim.json")
    FOBSMITH_USBIP=$(json_text usbIp <"$work/sim.json")
    export FOBSMITH_USBIP
    (umask 077 && echo "header = \"Authorization: Bearer $(json_text bearer <"$control")\"" >"$work/curl.conf")
}

# tells CASE EXIT REGULAR-EXPRESSION ARGUMENTS: a fobsmith command, its exit code, and all it prints
tells() {
    local title=$1 exit=$2 expected=$3 got
    shift 3
    got=$("$fobsmith" "$@" 2>&1)
    matches "$title" "exit $exit: $expected" "exit $?: $got"
}

# next_code_of_profile SERIAL: as next_code, for the profile in $profile
next_code_of_profile() {
    local shown step key=$1:$profile
    shown=$(fob_call GET "$1" "" | json_text time | head -n 1)
    [ -n "$shown" ] || give_up "the simulator does not say what token $1 shows"
    step=$(($(date -u -d "$shown" +%s) / 30))
    [ "$step" -gt "${step_read[$key]:-0}" ] || step=$((step_read[$key] + 1))
    step_read[$key]=$step
    fob_call PUT "$1" /time "{\"time\": \"$(date -u -d "@$((step * 30))" +%FT%TZ)\"}" >"$work/fob.json"
    code=$(fob_call POST "$1" "/profiles/$profile/press" | json_text display)
}

# pair_of_profile SERIAL: two codes in a row
pair_of_profile() {
    next_code_of_profile "$1"
    code1=$code
    next_code_of_profile "$1"
    code2=$code
}
