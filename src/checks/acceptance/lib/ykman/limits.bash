# A full token, and the reset that empties it. Sourced by ykman.sh.
# shellcheck shell=bash disable=SC2154

before=$(select_oath)
says "reset" 0 "Resetting OATH data...
Success! All OATH accounts have been deleted from the YubiKey." oath reset -f
does "nothing is left" oath accounts list
after=$(select_oath)
matches "the device id was told" "79 03 05 04 03 71 08( [0-9A-F]{2}){8}" "${before% }"
matches "the device id is told" "79 03 05 04 03 71 08( [0-9A-F]{2}){8}" "${after% }"
if [ "$before" = "$after" ]; then
    not_ok "reset changes the device id" "another than $before" "$after"
else
    ok "reset changes the device id"
fi

# PUT of 32 accounts of 44 characters each, in one session.
puts=()
for number in {01..32}; do
    id=$(printf 'Issuer Number %s:account-number-%s@example.com' "$number" "$number" | od -An -v -tx1 | tr -d ' \n')
    puts+=("01:71$(printf '%02x' $((${#id} / 2)))${id}731621063132333435363738393031323334353637383930")
done
run_ykman apdu -a oath "${puts[@]}" >"$work/puts.out"
same "32 accounts" 33 "$(grep -c 'SW=9000' "$work/puts.out")"
says "no 33rd" 1 "Error: No space left on the YubiKey for OATH accounts." oath accounts add -i One toomany "$key20"
same "all are listed" 32 "$(run_ykman oath accounts list | grep -c '^Issuer Number [0-9]*:account-number-')"
clock="2033-05-18 03:33:20"
same "all have codes" 32 "$(run_ykman oath accounts code | grep -c " $(oathtool --base32 --totp --now "$clock UTC" "$key20")\$")"
clock=
says "reset again" 0 "Resetting OATH data...
Success! .*" oath reset -f
