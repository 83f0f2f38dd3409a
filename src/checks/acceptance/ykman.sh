#!/usr/bin/env bash
# A simulated YubiKey in the virtual reader of vsmartcard, behind a real pcscd, as Yubico's unmodified ykman of Debian meets
# it. Its codes are oathtool's at a fixed time, which only ykman is made to believe.
set -u
here=$(cd "$(dirname "$0")" && pwd)
fobsmith=$(realpath "${FOBSMITH:-$here/../../../fobsmith}")
ykman=/usr/bin/ykman

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"
# shellcheck source=lib/reader.bash
. "$here/lib/reader.bash"
# shellcheck source=lib/ykman.bash
. "$here/lib/ykman.bash"

faketime=$(echo /usr/lib/*/faketime/libfaketime.so.1)
require_program "$ykman" yubikey-manager
require_program "$(command -v pcscd || echo pcscd)" pcscd
require_program "$(command -v oathtool || echo oathtool)" oathtool
require_program "$(command -v ip || echo ip)" iproute2
require_file "$faketime" libfaketime
require_file "$driver" vsmartcard-vpcd
require_namespaces

set_stage
prepare_ykman
start_reader
cat >"$work/fleet.json" <<EOF
{"tokens": [{"model": "yubikey", "serial": "7", "touch": "NEVER", "plug": {"vpcd": $((vpcd_port + 1))}}]}
EOF
start_cards "$work/fleet.json" --model yubikey --serial 12345678

# The keys of RFC 6238 appendix B for each algorithm.
key20=$(printf 12345678901234567890 | base32 -w 0)
key32=$(printf 12345678901234567890123456789012 | base32 -w 0)
key64=$(printf 1234567890123456789012345678901234567890123456789012345678901234 | base32 -w 0)
key32=${key32%%=*} key64=${key64%%=*}

# In this order: each part goes on with what the one before has left.
# shellcheck source=lib/ykman/accounts.bash
. "$here/lib/ykman/accounts.bash"
# shellcheck source=lib/ykman/codes.bash
. "$here/lib/ykman/codes.bash"
# shellcheck source=lib/ykman/access.bash
. "$here/lib/ykman/access.bash"
# shellcheck source=lib/ykman/limits.bash
. "$here/lib/ykman/limits.bash"
# shellcheck source=lib/ykman/hands.bash
. "$here/lib/ykman/hands.bash"

finish
