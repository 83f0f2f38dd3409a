# A temporary folder with a new registry, its service and its simulated fobs. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

pids=()
finished=false

# Leaves no process, and the folder only where something went wrong.
strike_stage() {
    local pid
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    done
    if [ "$finished" != true ]; then
        not_ok "all cases are run" "an end" "broken off"
        summary
    fi
    if [ "$failed" -eq 0 ]; then
        rm -rf "$work"
    else
        echo "what is left stands in $work" >&2
    fi
}

give_up() {
    echo "$1" >&2
    exit 1
}

set_stage() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/fobsmith-acceptance.XXXXXX") || exit 1
    trap strike_stage EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    # Neither the user's settings nor his proxy matter.
    local variable
    for variable in "${!AWS_@}" "${!FOBSMITH_@}"; do
        [ "$variable" = FOBSMITH_JDK ] || unset "$variable"
    done
    export LC_ALL=C.UTF-8 NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
    export FOBSMITH_REGISTRY=$work/registry.db FOBSMITH_KEY_FILE=$work/registry.key
}

# json_text MEMBER: its text, from flat JSON on standard input
json_text() {
    sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p'
}

# await FILE: until the program that writes it has said its address, as long as it lives, but no longer than five minutes
await() {
    local end=$((SECONDS + 300))
    until grep -qs '"url".*"' "$1" && grep -qs '}' "$1"; do
        if [ "$SECONDS" -gt "$end" ] || ! kill -0 "${pids[-1]}" 2>/dev/null; then
            give_up "$1 does not come: $(cat "$work"/*.log)"
        fi
        sleep 0.1
    done
}

# Makes a registry with the administrator's login and three fobs in stock, and serves it.
start_service() {
    local made
    made=$("$fobsmith" init --key-file "$FOBSMITH_KEY_FILE" --json) || give_up "init failed"
    account=$(json_text accountId <<<"$made")
    keep admin "$(json_text accessKeyId <<<"$made")" "$(json_text secretAccessKey <<<"$made")"
    "$fobsmith" token import "$fixtures/acme.pskc.xml" >"$work/import.log" || give_up "import failed"
    "$fobsmith" serve --port 0 --audit-anchor "$work/heads.jsonl" --json >"$work/serve.json" 2>"$work/serve.log" &
    pids+=($!)
    await "$work/serve.json"
    url=$(json_text url <"$work/serve.json")
}

# start_fobs FLEETFILE
start_fobs() {
    control=$work/control.json
    "$fobsmith" sim run "$1" --control "$control" --json >"$work/sim.json" 2>"$work/sim.log" &
    pids+=($!)
    await "$work/sim.json"
    simulator=$(json_text url <"$work/sim.json")
    (umask 077 && echo "header = \"Authorization: Bearer $(json_text bearer <"$control")\"" >"$work/curl.conf")
}
