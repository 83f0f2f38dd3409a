# Reads and turns the simulated fobs by their control API. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# The last step whose code was read, by serial: none is read twice.
declare -A step_read

# fob_call METHOD SERIAL PATH [BODY]: prints the simulator's answer about one fob
fob_call() {
    local path=${2//:/%3A}
    curl -q -sS -f --max-time 20 --config "$work/curl.conf" -X "$1" ${4:+-H 'Content-Type: application/json' -d "$4"} \
        "$simulator/tokens/${path//\//%2F}$3"
}

# next_code SERIAL: turns the fob to the start of the first step not read yet, and reads its display into $code. At the
# start, so that the step lasts while the code travels, however slow this machine is.
next_code() {
    local shown step
    shown=$(fob_call GET "$1" "" | json_text time)
    [ -n "$shown" ] || give_up "the simulator does not say what fob $1 shows"
    step=$(($(date -u -d "$shown" +%s) / 30))
    [ "$step" -gt "${step_read[$1]:-0}" ] || step=$((step_read[$1] + 1))
    step_read[$1]=$step
    fob_call PUT "$1" /time "{\"time\": \"$(date -u -d "@$((step * 30))" +%FT%TZ)\"}" >"$work/fob.json"
    code=$(fob_call GET "$1" /display | json_text display)
}

# pair SERIAL: two codes in a row
pair() {
    next_code "$1"
    code1=$code
    next_code "$1"
    code2=$code
}

# shift_fob SERIAL SECONDS
shift_fob() {
    fob_call PUT "$1" /time "{\"shiftSeconds\": $2}" >"$work/fob.json"
}

# wrong CODE: one it is not
wrong() {
    printf '%06d' $(((10#$1 + 500000) % 1000000))
}
