# Accounts: add, uri, list, rename, delete. Sourced by ykman.sh.
# shellcheck shell=bash disable=SC2154

says "info" 0 "Device type: YubiKey 5A
Serial number: 12345678
Firmware version: 5.4.3
Form factor: Keychain \(USB-A\).*OATH +.Enabled.*" info
says "oath info" 0 "OATH version: 5.4.3
Password protection: disabled" oath info
does "an empty list" oath accounts list

does "add SHA-1" oath accounts add -i Acme sha1six "$key20"
does "add SHA-256, 7 digits" oath accounts add -a SHA256 -d 7 -i Acme sha256seven "$key32"
does "add SHA-512, 8 digits, 60 s" oath accounts add -a SHA512 -d 8 -P 60 -i Acme sha512eight60 "$key64"
does "add 8 digits without issuer" oath accounts add -d 8 noissuer "$key20"
does "add HOTP from counter 5" oath accounts add -o HOTP -c 5 -i Acme hotp5 "$key20"
does "add HOTP from 0" oath accounts add -o HOTP hotp0 "$key20"
does "add with touch" oath accounts add --touch -i Acme touchy "$key20"
does "add a short key" oath accounts add -i Short two AAAA
does "uri with algorithm, digits, period" oath accounts uri \
    "otpauth://totp/Uri%20Corp:alice@example.com?secret=$key20&issuer=Uri%20Corp&algorithm=SHA256&digits=8&period=45"
does "uri of HOTP" oath accounts uri "otpauth://hotp/Hcorp:bob?secret=$key20&counter=1&digits=6"
does "uri of Steam" oath accounts uri "otpauth://totp/Steam:gamer?secret=$key20&issuer=Steam&digits=5"
does "add outside ASCII" oath accounts add "Zoë:日本 user" "$key20"

says "list" 0 "Acme:hotp5, HOTP, 0
Acme:sha1six, TOTP, 30
Acme:sha256seven, TOTP, 30
60/Acme:sha512eight60, TOTP, 60
Acme:touchy, TOTP, 30
Hcorp:bob, HOTP, 0
hotp0, HOTP, 0
noissuer, TOTP, 30
Short:two, TOTP, 30
Steam:gamer, TOTP, 30
45/Uri Corp:alice@example.com, TOTP, 45
Zoë:日本 user, TOTP, 30" oath accounts list -oP
says "add what is there asks first" 1 "An account called sha1six already exists.*Aborted!" \
    oath accounts add -i Acme sha1six "$key20"
does "add over it by force" oath accounts add -f -i Acme sha1six "$key20"
says "a name too long" 1 "Traceback.*SW=0x6a80" \
    oath accounts add -i "$(printf 'I%.0s' {1..60})" toolong "$key20"
