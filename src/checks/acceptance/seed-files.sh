#!/usr/bin/env bash
# Seed files in and out: what pskctool (OATH Toolkit) and python-pskc, both Debian's and unmodified, write is imported,
# what is exported they read equal; and oathtool, told the seed by the file, shows the codes that the registry takes.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=${FOBSMITH:-$here/../../../fobsmith}
fixtures=$here/../../../fixtures

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/seed-files.bash
. "$here/lib/seed-files.bash"

require_program /usr/bin/pskctool pskctool
require_program /usr/bin/pskc2csv pskc-utils
require_program /usr/bin/pskc2pskc pskc-utils
require_program /usr/bin/oathtool oathtool
require_program "$(command -v openssl || echo openssl)" openssl

set_stage
make_secrets
"$fobsmith" init --key-file "$FOBSMITH_KEY_FILE" >"$work/init.log" || give_up "init failed"
three=$fixtures/pskc/three-fobs.xml

# Files of the other programs.
# libpskc writes a negative drift as 4294967294 when it signs, so the file has none.
sed '/<TimeDrift>/,/<.TimeDrift>/d' "$three" >"$work/no-drift.xml"
pskctool --sign --sign-key "$work/vendor.key" --sign-crt "$work/vendor.pem" "$work/no-drift.xml" >"$work/signed.xml"
says "a dry run needs no registry" 0 "3 tokens would be imported" \
    token import "$three" --dry-run --registry "$work/none.db"
says "pskctool signs with SHA-1, which no longer verifies anything" 1 "nothing was imported" \
    token import "$work/signed.xml" --signer "$work/vendor.pem"
says "so its signature is only reported" 0 "a signature, which was not verified" token import "$work/signed.xml"
says "the same keys without it are known" 3 "0 tokens imported, 3 were in stock already" token import "$three"

pskc2pskc --new-secret "$key" -o "$work/foreign-key.xml" "$three" 2>"$work/pskc2pskc.log"
says "what python-pskc encrypted under a key opens" 3 "3 were in stock already" \
    token import "$work/foreign-key.xml" --pre-shared-key-file "$work/key"
says "and not under another" 1 "nothing was imported" \
    token import "$work/foreign-key.xml" --pre-shared-key-file "$work/other-key"
pskc2pskc --new-password "$password" -o "$work/foreign-password.xml" "$three" 2>>"$work/pskc2pskc.log"
says "what python-pskc encrypted by a password opens" 3 "3 were in stock already" \
    token import "$work/foreign-password.xml" --password-file "$work/password"

# Ours for them.
expected=$(columns "$three")
# Where a program fails, both sides of a comparison would be its complaint, or nothing.
same "python-pskc reads three keys of the vendor's file" 3 "$(grep -c '^GAHT0000000' <<<"$expected")"
same "pskctool reads three seeds of it" 3 "$(seeds "$three" | grep -c .)"
says "export in plain" 0 "3 tokens exported" \
    token export --all --to "$work/plain.xml" --reason "round trip" --plain-text
same "python-pskc reads it equal" "$expected" "$(columns "$work/plain.xml")"
same "pskctool reads its seeds" "$(seeds "$three")" "$(seeds "$work/plain.xml")"
same "nobody else may read it" 600 "$(stat -c %a "$work/plain.xml")"
says "no plain file by mistake" 2 "--plain-text" token export --all --to "$work/no.xml" --reason "round trip"
for suite in mandatory modern; do
    says "export under a key, $suite" 0 "3 tokens exported" token export --all --to "$work/key-$suite.xml" \
        --reason "round trip" --pre-shared-key-file "$work/key" --suite "$suite"
    same "python-pskc opens it" "$expected" "$(columns -s "$key" "$work/key-$suite.xml")"
    says "export by a password, $suite" 0 "3 tokens exported" token export --all --to "$work/password-$suite.xml" \
        --reason "round trip" --password-file "$work/password" --suite "$suite"
    same "python-pskc opens it by that" "$expected" "$(columns -p "$password" "$work/password-$suite.xml")"
    says "export for a certificate, $suite" 0 "3 tokens exported" token export --all --to "$work/rsa-$suite.xml" \
        --reason "round trip" --certificate "$work/vendor.pem" --suite "$suite"
    says "openssl's PKCS#12 file opens it" 3 "3 were in stock already" token import "$work/rsa-$suite.xml" \
        --recipient "$work/vendor.p12" --recipient-password-file "$work/password"
done
says "export signed" 0 "3 tokens exported" token export --all --to "$work/ours-signed.xml" --reason "round trip" \
    --plain-text --sign-with "$work/vendor.p12" --sign-password-file "$work/password"
matches "pskctool verifies it" "OK" "$(pskctool --verify --verify-crt "$work/vendor.pem" "$work/ours-signed.xml" 2>&1)"
says "and so do we" 3 "3 were in stock already" token import "$work/ours-signed.xml" --signer "$work/vendor.pem"
sed 's/GAHT00000001/GAHT00000009/' "$work/ours-signed.xml" >"$work/forged.xml"
says "a changed file is refused" 1 "nothing was imported" token import "$work/forged.xml" --signer "$work/vendor.pem"
says "export as CSV" 0 "1 tokens exported" token export GAHT00000002 --to "$work/oath.csv" --reason "round trip" \
    --format oath-csv --plain-text
same "its line" "GAHT00000002,$(seed GAHT00000002 "$three"),totp,6,30" "$(cat "$work/oath.csv")"

# Codes, of the seeds that the other program has read.
takes_codes GAHT00000001 "$(seed GAHT00000001 "$three")"
takes_codes GAHT00000002 "$(seed GAHT00000002 "$work/plain.xml")"
takes_codes GAHT00000003 "$(seed GAHT00000003 "$work/key-modern.xml" -s "$key")"

says "the audit trail is whole" 0 "none changed" audit verify
finish
