# Calls Yubico's ykman and compares what it says. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# The reader's slot whose token ykman is to speak to.
slot=00

# What ykman believes to be the time, frozen; empty for the machine's own.
clock=

# run_ykman ARGUMENTS: with a home of its own. It would end every scdaemon of the machine where it meets trouble.
run_ykman() {
    local time=()
    [ -z "$clock" ] || time=(LD_PRELOAD="$faketime" FAKETIME="$clock" DONT_FAKE_MONOTONIC=1)
    inside env HOME="$work/home" PATH="$work/shims:$PATH" TZ=UTC "${time[@]}" \
        "$ykman" --reader "Virtual PCD 00 $slot" "$@" </dev/null 2>&1
}

prepare_ykman() {
    mkdir "$work/home" "$work/shims"
    printf '#!/bin/sh\nexit 1\n' >"$work/shims/pkill"
    chmod +x "$work/shims/pkill"
}

# says CASE EXIT REGULAR-EXPRESSION ARGUMENTS: a ykman command, its exit code, and all it prints
says() {
    local title=$1 exit=$2 expected=$3 got
    shift 3
    got=$(run_ykman "$@")
    matches "$title" "exit $exit: $expected" "exit $?: $got"
}

# does CASE ARGUMENTS: it succeeds in silence
does() {
    local title=$1
    shift
    says "$title" 0 "" "$@"
}

# code_of ACCOUNT: into $got
code_of() {
    got=$(run_ykman oath accounts code --single "$1")
}

# agrees CASE ACCOUNT OATHTOOL-ARGUMENTS: the account's code is the one oathtool computes for the same time
agrees() {
    local title=$1 account=$2
    shift 2
    code_of "$account"
    same "$title" "$(oathtool --base32 ${clock:+--now "$clock UTC"} "$@")" "$got"
}

# select_oath: what the applet answers to SELECT, in hexadecimal
select_oath() {
    run_ykman apdu -a oath a1= | sed -n '/^RECV/,/^$/{s/   .*//;/^[0-9A-F][0-9A-F] /p}' | head -n 1
}
