# A smart card service with a virtual reader, in namespaces of its own: neither the machine's readers nor its network see
# it. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# The reader's first slot, as vsmartcard's driver knows it.
vpcd_port=35963
# How often a card has come into the first slot.
inserted=0
driver=/usr/lib/pcsc/drivers/serial/libifdvpcd.so

# require_namespaces: without root there are none
require_namespaces() {
    unshare -m -n true 2>/dev/null && return
    leave_out "no namespaces of its own for the smart card service; run this as root"
}

# inside COMMAND: where the virtual reader is; in the root folder, so with absolute names
inside() {
    nsenter -t "$reader" -m -n "$@"
}

start_reader() {
    mkdir "$work/readers"
    cat >"$work/readers/vpcd" <<EOF
FRIENDLYNAME "Virtual PCD"
DEVICENAME   /dev/null:0x8C7B
LIBPATH      $driver
CHANNELID    0x8C7B
EOF
    # shellcheck disable=SC2016 # the inner shell expands it
    unshare -m -n sh -c 'ip link set lo up && mount -t tmpfs tmpfs /run && mkdir -p /run/pcscd &&
        exec pcscd -f -d -a -c "$1"' sh "$work/readers" >"$work/pcscd.log" 2>&1 &
    reader=$!
    pids+=("$reader")
    awaits "$work/pcscd.log" inside test -S /run/pcscd/pcscd.comm
}

# awaits LOG COMMAND: until it succeeds, as long as the last program started lives, but no longer than five minutes
awaits() {
    local log=$1 end=$((SECONDS + 300))
    shift
    until "$@" 2>/dev/null; do
        if [ "$SECONDS" -gt "$end" ] || ! kill -0 "${pids[-1]}" 2>/dev/null; then
            give_up "in vain: $*: $(tail -n 20 "$log")"
        fi
        sleep 0.05
    done
}

# start_cards OPTIONS: a simulated token in the first slot; a fleet file may put others into others
start_cards() {
    control=$work/control.json
    inside "$fobsmith" sim run "$@" --vpcd "$vpcd_port" --control "$control" --json \
        >"$work/sim.json" 2>"$work/sim.log" &
    pids+=($!)
    await "$work/sim.json"
    await_card 00
}

# await_card SLOT: until the reader has noticed a card more in it. It looks every 0.4 s.
await_card() {
    inserted=$((inserted + 1))
    awaits "$work/pcscd.log" has_noticed "inserted into" "$1" "$inserted"
}

# await_no_card SLOT: until it has noticed that there is none
await_no_card() {
    awaits "$work/pcscd.log" has_noticed "Removed From" "$1" "$inserted"
}

# has_noticed WHAT SLOT TIMES
has_noticed() {
    [ "$(grep -a -c "Card $1 Virtual PCD 00 $2" "$work/pcscd.log")" -ge "$3" ]
}
