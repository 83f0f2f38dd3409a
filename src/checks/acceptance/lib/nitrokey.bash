# A program that calls the real libnitrokey, and what it answers. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# Compiles the program, and the library that takes reports to the simulator's USB/IP port in place of hidapi.
build_client() {
    local compile="gcc -std=gnu11 -O1 -Wall -Wextra -Werror"
    if ! $compile -shared -fPIC -Wl,-soname,libhidapi-libusb.so.0 -o "$work/libhidapi-libusb.so.0" \
        "$here/lib/hidapi-bridge.c" || ! $compile -o "$work/client" "$here/lib/nitrokey-client.c" -lnitrokey; then
        give_up "the client of libnitrokey cannot be built"
    fi
}

# A new process of the program: what it opens is plugged in anew.
open_session() {
    coproc client { LD_LIBRARY_PATH=$work exec "$work/client" 2>>"$work/client.log"; }
}

# The process ends, which pulls the token out.
close_session() {
    local pid=$client_PID to=${client[1]}
    exec {to}>&-
    wait "$pid"
}

# answer CALL: what the program answers, into $got. Without an answer nothing more can be asked: a late one would be taken for
# that to the next call.
answer() {
    echo "$*" >&"${client[1]}"
    read -r -t 300 got <&"${client[0]}" || give_up "no answer to $*: $(tail -n 20 "$work/client.log")"
}

# says CASE EXPECTED CALL
says() {
    local title=$1 expected=$2 got
    shift 2
    answer "$@"
    same "$title" "$expected" "$got"
}

# says_like CASE REGULAR-EXPRESSION CALL
says_like() {
    local title=$1 expected=$2 got
    shift 2
    answer "$@"
    matches "$title" "$expected" "$got"
}
