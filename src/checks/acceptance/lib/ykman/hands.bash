# What hands do to a token, or do not. Sourced by ykman.sh.
# shellcheck shell=bash disable=SC2034,SC2154

slot=01
says "another token" 0 ".*Serial number: 7
.*" info
does "add with touch" oath accounts add --touch untouched "$key20"
says "nobody touches it" 1 "Touch your YubiKey...
.*Touch account timed out!" oath accounts code --single untouched
slot=00

does "add before it is pulled out" oath accounts add kept "$key20"
same "pull it out" "12345678 is pulled out" "$(inside "$fobsmith" sim unplug 12345678 --control "$control" 2>&1)"
await_no_card 00
says "it does not answer" 1 ".+" oath accounts list
same "plug it in again" "12345678 is plugged in at vpcd $vpcd_port" \
    "$(inside "$fobsmith" sim plug 12345678 --control "$control" 2>&1)"
await_card 00
says "it has kept all" 0 "kept" oath accounts list
