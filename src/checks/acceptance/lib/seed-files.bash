# Secrets, files and programs of the seed file cases. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

# A key and a password, and a vendor's certificate with its private key.
make_secrets() {
    key=000102030405060708090a0b0c0d0e0f
    password="correct horse"
    (
        umask 077
        echo "$key" >"$work/key"
        echo "f${key#?}" >"$work/other-key"
        echo "$password" >"$work/password"
        openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=Vendor -days 30 -keyout "$work/vendor.key" \
            -out "$work/vendor.pem" 2>"$work/openssl.log"
        openssl pkcs12 -export -inkey "$work/vendor.key" -in "$work/vendor.pem" -passout "pass:$password" \
            -out "$work/vendor.p12" 2>>"$work/openssl.log"
    ) || give_up "no certificate: $(cat "$work/openssl.log")"
}

# says CASE STATUS PART WORDS...: fobsmith ends so and says that, among other things
says() {
    local case=$1 status=$2 part=$3 got
    shift 3
    got=$("$fobsmith" "$@" 2>&1)
    local ended=$?
    if [ "$ended" -eq "$status" ] && [[ $got == *"$part"* ]]; then
        ok "$case"
    else
        not_ok "$case" "$status: $part" "$ended: $got"
    fi
}

# columns [-s KEY | -p PASSWORD] FILE: what python-pskc reads, without the line of headings
columns() {
    pskc2csv -e hex -c serial,secret,algorithm,response_length,time_interval,manufacturer,model "$@" 2>&1 | tail -n +2
}

# seeds FILE: what pskctool reads
seeds() {
    pskctool --info --strict "$1" | sed -n 's/.*Key Secret (base64): //p'
}

# seed SERIAL FILE [-s KEY]: in hexadecimal, as python-pskc reads it
seed() {
    local serial=$1 file=$2
    shift 2
    pskc2csv -e hex -c serial,secret "$@" "$file" 2>&1 | tr -d '\r' | sed -n "s/^$serial,//p"
}

# takes_codes SERIAL SEED: the next two codes that oathtool makes of it
takes_codes() {
    local codes
    mapfile -t codes < <(oathtool --totp --window=1 "$2")
    says "the codes of $1 that oathtool makes are taken" 0 "$1" token check "$1" "${codes[0]}" "${codes[1]}"
}
