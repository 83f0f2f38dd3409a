#!/usr/bin/env bash
# A simulated Nitrokey Pro on a USB/IP port, driven by the unmodified libnitrokey of Debian through its C interface: PINs and
# their tries, slots for TOTP and HOTP, codes at a set time, codes behind the user PIN, what is gone without power, factory
# reset; then a Librem Key. Feature reports go to the port through a stand-in for hidapi that the test builds.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/fobs.bash
. "$here/lib/fobs.bash"
# shellcheck source=lib/cable.bash
. "$here/lib/cable.bash"
# shellcheck source=lib/nitrokey.bash
. "$here/lib/nitrokey.bash"

require_program "$(command -v gcc || echo gcc)" gcc
require_program "$(command -v curl || echo curl)" curl
require_file /usr/include/libnitrokey/NK_C_API.h libnitrokey-dev

set_stage
build_client
token=00005b3a
start_tokens --model nitrokey-pro --serial "$token"
# So that a code lasts, however slow this machine is.
fob_call POST "$token" /faults '{"fault": "STOPPED_CLOCK"}' >"$work/fault.json" || give_up "the clock cannot be stopped"

# The shared secret of RFC 4226 and RFC 6238, in hexadecimal as the library wants it; and 40 bytes of it, over and over.
rfc=3132333435363738393031323334353637383930
open_session

says_like "the library lists it" "1 [0-9.-]+ 000000000000000000005B3A" list_devices
says "login" 1 login_auto
says "it is a Pro" 1 get_device_model
says "status of a fresh token" "0.15 00005b3a 255 255 255 PIN" get_status
says "serial number" "00005b3a 0" device_serial_number

says "three tries of the admin PIN" "3 0" get_admin_retry_count
says "a wrong admin PIN" 4 first_authenticate 87654321 admin
says "costs one" "2 0" get_admin_retry_count
says "the right admin PIN" 0 first_authenticate 12345678 admin
says "gives it back" "3 0" get_admin_retry_count

says "an empty slot has no name" "- 3" get_totp_slot_name 0
says "write a TOTP slot" 0 write_totp_slot 0 totp-0 "$rfc" 30 8 admin
says "its name" "totp-0 0" get_totp_slot_name 0
says "write the last TOTP slot with a secret of 40 bytes" 0 write_totp_slot 14 fifteen-letters "$rfc$rfc" 60 6 admin
says "its name of fifteen letters" "fifteen-letters 0" get_totp_slot_name 14
says "a secret of 41 bytes is too long for the library" 203 write_totp_slot 1 long "$rfc${rfc}31" 30 6 admin
says "slot 20 is too high for the library" 201 write_totp_slot 20 high "$rfc" 30 6 admin
says "a slot needs a name" 7 write_totp_slot 1 - "$rfc" 30 6 admin
says "a slot needs the temporary password" 5 write_totp_slot 1 name "$rfc" 30 6 wrong
says "write an HOTP slot" 0 write_hotp_slot 0 hotp-0 "$rfc" 0 6 admin
says "read it" "hotp-0 4 ABCDEFGHIJKL 0" read_HOTP_slot 0

for code in 755224 287082 359152; do
    says "HOTP code $code of RFC 4226" "$code 0" get_hotp_code 0
done
says "the counter has gone on" "hotp-0 4 ABCDEFGHIJKL 3" read_HOTP_slot 0
while read -r time code; do
    says "set the time to $time" 0 totp_set_time "$time"
    says "TOTP code $code of RFC 6238" "$code 0" get_totp_code 0
done <<'CODES'
59 94287082
1111111109 07081804
1234567890 89005924
2000000000 69279037
CODES
says "who does not insist is refused an earlier time" 6 totp_set_time_soft 1900000000
says "the clock stands where it stood" "69279037 0" get_totp_code 0
says "and takes a later one" 0 totp_set_time_soft 2000000060

says "codes behind the user PIN" 0 write_config 1 admin
says "the status says so" "0.15 00005b3a 255 255 255 PIN" get_status
says "no TOTP code without it" "- 5" get_totp_code 0
says "no HOTP code without it" "- 5" get_hotp_code 0
says "a wrong user PIN" 4 user_authenticate 654321 user
says "costs a try" "2 0" get_user_retry_count
says "the right user PIN" 0 user_authenticate 123456 user
says "a HOTP code with it" "969429 0" get_hotp_code_PIN 0 user
says "again" "338314 0" get_hotp_code_PIN 0 user
says "not with another temporary password" "- 5" get_hotp_code_PIN 0 other
says "set the time to 59" 0 totp_set_time 59
says "a TOTP code with it" "94287082 0" get_totp_code_PIN 0 user
says "codes for everybody" 0 write_config 0 admin
says "the status says that" "0.15 00005b3a 255 255 255 no PIN" get_status
says "a TOTP code without PIN" "94287082 0" get_totp_code 0

says "a user PIN of 5 digits is too short" 12 change_user_PIN 123456 12345
says "change the user PIN" 0 change_user_PIN 123456 abcdef
says "the old one is wrong" 4 user_authenticate 123456 user
says "the new one is right" 0 user_authenticate abcdef user
says "an admin PIN of 7 digits is too short" 13 change_admin_PIN 12345678 1234567
says "change the admin PIN" 0 change_admin_PIN 12345678 abcdefgh
for try in first second third; do
    says "a wrong user PIN the $try time" 4 user_authenticate wrong-pin user
done
says "no try is left" "0 0" get_user_retry_count
says "the right one is refused now" 4 user_authenticate abcdef user
says "unlocking needs the admin PIN" 4 unlock_user_password 12345678 123456
says "unlock it" 0 unlock_user_password abcdefgh 123456
says "three tries of the user PIN" "3 0" get_user_retry_count
says "the new user PIN" 0 user_authenticate 123456 user

says "random bytes" "0 1 20 changing" get_random 20
says "lock" 0 lock_device
says "it has no AES" "0 8" is_AES_supported 123456

fob_call POST "$token" /unplug
says "pulled out, it is gone" 255 get_status
fob_call POST "$token" /plug
says "plugged in again" 1 login_auto
says "the clock begins in 1970" "84755224 0" get_totp_code 0
says "the temporary password is gone" 5 erase_totp_slot 0 admin
says "the slots are there" "hotp-0 4 ABCDEFGHIJKL 5" read_HOTP_slot 0

says "the admin PIN as it was changed" 0 first_authenticate abcdefgh again
says "erase a TOTP slot" 0 erase_totp_slot 0 again
says "it is empty" "- 3" get_totp_slot_name 0
says "erase the HOTP slot" 0 erase_hotp_slot 0 again
says "it is empty too" "- 3" get_hotp_slot_name 0
says "a factory reset needs the admin PIN" 4 factory_reset 12345678
says "the last slot is still there" "fifteen-letters 0" get_totp_slot_name 14
says "factory reset" 0 factory_reset abcdefgh
says "all slots are empty" "- 3" get_totp_slot_name 14
says "the PINs are the factory's" 0 first_authenticate 12345678 admin
says "both" 0 user_authenticate 123456 user
close_session

kill "${pids[-1]}" && wait "${pids[-1]}"
unset 'pids[-1]'
start_tokens --model librem-key --serial 0000cafe
open_session
says_like "a Librem Key is listed" "3 [0-9.-]+ 00000000000000000000CAFE" list_devices
says "login to it" 1 login_auto
says "it is a Librem Key" 3 get_device_model
says "it has the same firmware" "0.15 0000cafe 255 255 255 PIN" get_status
says "its admin PIN" 0 first_authenticate 12345678 admin
says "write an HOTP slot of it" 0 write_hotp_slot 2 hotp-2 "$rfc" 0 8 admin
says "its code of 8 digits" "84755224 0" get_hotp_code 2
close_session

finish
