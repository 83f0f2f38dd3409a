# Codes, which must be oathtool's. Sourced by ykman.sh.
# shellcheck shell=bash disable=SC2154

# RFC 6238 appendix B.
clock="2005-03-18 01:58:29"
code_of noissuer
same "RFC 6238 at 1111111109" 07081804 "$got"
agrees "SHA-1" sha1six --totp=sha1 "$key20"
agrees "SHA-256, 7 digits" sha256seven --totp=sha256 --digits 7 "$key32"
agrees "SHA-512, 8 digits, 60 s" sha512eight60 --totp=sha512 --digits 8 --time-step-size=60s "$key64"
agrees "a short key" Short:two --totp=sha1 AAAA
agrees "45 s by uri" alice@example.com --totp=sha256 --digits 8 --time-step-size=45s "$key20"
agrees "outside ASCII" user --totp=sha1 "$key20"

clock="2033-05-18 03:33:20"
code_of noissuer
same "RFC 6238 at 2000000000" 69279037 "$got"
agrees "60 s later on" sha512eight60 --totp=sha512 --digits 8 --time-step-size=60s "$key64"
# RFC 4226 appendix D: the offset of counter 5's HMAC is not 0, as that of counter 0's is.
for counter in 5 6 7; do
    agrees "HOTP at $counter" hotp5 --hotp --counter "$counter" "$key20"
done
agrees "HOTP at 0" hotp0 --hotp --counter 0 "$key20"
agrees "HOTP at 1" hotp0 --hotp --counter 1 "$key20"
agrees "HOTP by uri, at 1" bob --hotp --counter 1 "$key20"
totp=$(oathtool --base32 --totp --now "$clock UTC" "$key20")
says "touch" 0 "Touch your YubiKey...
$totp" oath accounts code --single touchy
# HMAC-SHA-1 of key20 and time step 66666666 (0x03f940aa) is 25a326d31fc366244cad054976020c7b56b13d5f: at offset 15, without
# the highest bit, 0x7b56b13d = 2069279037, whose last eight digits are RFC 6238's 69279037. Its digits to the base of 26, the
# lowest first, are 7 17 5 5 4; each is a letter of 23456789BCDFGHJKMNPQRTVWXY.
code_of gamer
same "Steam" 9N776 "$got"

says "all codes at once" 0 "Acme:hotp5 +\[HOTP Account\]
Acme:sha1six +$totp
Acme:sha256seven +[0-9]{7}
60/Acme:sha512eight60 +[0-9]{8}
Acme:touchy +\[Requires Touch\].*" oath accounts code
says "several match" 1 "Error: Multiple matches, please make the query more specific.*" \
    oath accounts code --single Acme
says "none matches" 1 "Error: No matching account found." oath accounts code --single nosuch

says "rename" 0 "Renamed Acme:sha1six to NewIss:newname.*" oath accounts rename -f sha1six NewIss:newname
agrees "the same codes by its new name" newname --totp=sha1 "$key20"
says "rename 60 s" 0 "Renamed 60/Acme:sha512eight60 to .*" oath accounts rename -f sha512eight60 Acme:renamed60
agrees "still 60 s" renamed60 --totp=sha512 --digits 8 --time-step-size=60s "$key64"
says "delete" 0 "Deleted 60/Acme:renamed60." oath accounts delete -f renamed60
says "it is gone" 1 "Error: No matching account found." oath accounts code --single renamed60
says "delete what is not there" 0 "No matches, nothing to be done." oath accounts delete -f nosuch
says "delete what several are called" 1 ".*Multiple matches, please make the query more specific.*" \
    oath accounts delete -f Acme
says "they are all there" 0 "Acme:hotp5
Acme:sha256seven
Acme:touchy
Hcorp:bob
.*" oath accounts list
says "the code of the only one that a word finds" 0 "Short:two +$(oathtool --base32 --totp --now "$clock UTC" AAAA)" \
    oath accounts code short
clock=
