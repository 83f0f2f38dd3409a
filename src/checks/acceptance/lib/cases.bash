# Counts cases and says how each went. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034

passed=0
failed=0
skipped=0

ok() {
    passed=$((passed + 1))
    echo "ok $((passed + failed + skipped)) - $1"
}

# not_ok CASE EXPECTED GOT
not_ok() {
    failed=$((failed + 1))
    echo "not ok $((passed + failed + skipped)) - $1"
    printf '%s\n' "$2" | sed 's/^/#   expected: /'
    printf '%s\n' "$3" | sed 's/^/#   got:      /'
}

# skip CASE REMEDY
skip() {
    skipped=$((skipped + 1))
    echo "ok $((passed + failed + skipped)) - $1 # skipped: $2"
}

# same CASE EXPECTED GOT
same() {
    if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "$2" "$3"; fi
}

# matches CASE REGULAR-EXPRESSION GOT: the whole of it
matches() {
    if [[ $3 =~ ^$2$ ]]; then ok "$1"; else not_ok "$1" "something like $2" "$3"; fi
}

# require_program PATH PACKAGE: without it nothing can be tested, which only a build server may not ignore.
require_program() {
    [ -x "$1" ] || do_without "$@"
}

# require_file PATH PACKAGE: the same of what is only read
require_file() {
    [ -r "$1" ] || do_without "$@"
}

do_without() {
    leave_out "$1 is missing; install the package $2"
}

# leave_out WHY: nothing can be tested
leave_out() {
    echo "skipped: $1"
    if [ "${CI:-}" = true ]; then failed=1; else skipped=1; fi
    summary
    exit "$failed"
}

summary() {
    echo "$passed passed, $failed failed, $skipped skipped"
}

# The end of a script: what the trap finds is whether all of it was run.
finish() {
    finished=true
    summary
    [ "$failed" -eq 0 ]
    exit
}
