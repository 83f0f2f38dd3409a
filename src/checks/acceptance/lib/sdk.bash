# Runs a program that drives the service with an SDK and prints a line for each case: what it is, what should come, what
# came; with tabs between. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2154

# read_fob SERIAL: for the program, three codes in a row of a simulated fob
read_fob() {
    pair "$1"
    next_code "$1"
    export FOBSMITH_FOB=$1 FOBSMITH_FOB_CODES="$code1 $code2 $code"
}

# drive PROGRAM ARGUMENTS: as the administrator, in a home of its own; secrets only in the environment
drive() {
    local title expected got
    (
        export HOME=$work AWS_CONFIG_FILE=$work/aws.config AWS_SHARED_CREDENTIALS_FILE=$work/aws.credentials
        export AWS_EC2_METADATA_DISABLED=true AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1
        export AWS_ACCESS_KEY_ID=${key_id[admin]} AWS_SECRET_ACCESS_KEY=${key_secret[admin]}
        export FOBSMITH_URL=$url FOBSMITH_ACCOUNT=$account
        "$@" && printf 'the program comes to its end\tyes\tyes\n'
    ) >"$work/cases" 2>"$work/sdk.log" || printf 'the program comes to its end\tyes\t%s\n' \
        "$(tail -n 5 "$work/sdk.log" | tr '\n\t' '  ')" >>"$work/cases"
    while IFS=$'\t' read -r title expected got; do
        same "$title" "$expected" "$got"
    done <"$work/cases"
}
