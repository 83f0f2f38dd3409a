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

# answer CALL: what the program answers
answer() {
    local got="no answer"
    echo "$*" >&"${client[1]}"
    read -r -t 60 got <&"${client[0]}"
    echo "$got"
}

# says CASE EXPECTED CALL
says() {
    local title=$1 expected=$2
    shift 2
    same "$title" "$expected" "$(answer "$@")"
}

# says_like CASE REGULAR-EXPRESSION CALL
says_like() {
    local title=$1 expected=$2
    shift 2
    matches "$title" "$expected" "$(answer "$@")"
}
