# Virtual devices: by seed and by QR image, listed, late codes, deletion. Leaves "phone" and "/desk/tablet" with alice.
# shellcheck shell=bash disable=SC2154

phone=arn:aws:iam::$account:mfa/phone
tablet=arn:aws:iam::$account:mfa/desk/tablet
create=(iam create-virtual-mfa-device --virtual-mfa-device-name)
by_seed=(--bootstrap-method Base32StringSeed --outfile)
by_image=(--bootstrap-method QRCodePNG --outfile)
devices=(--output text --query 'sort_by(VirtualMFADevices,&SerialNumber)[].[SerialNumber,User.UserName]')

# app_in_step ARN SEEDFILE: makes an app of the seed; it shows what oathtool says
app_in_step() {
    local title="the codes of ${1##*/} are oathtool's" at
    "$fobsmith" sim add "$1" --seed-file "$2" --control "$control" --json >"$work/add.json" || give_up "sim add failed"
    next_code "$1"
    if ! command -v oathtool >/dev/null; then
        skip "$title" "install the package oathtool"
        return
    fi
    at=$((step_read[$1] * 30))
    # By file, since arguments are seen by everybody.
    same "$title" "$(oathtool --totp -b -N "@$at" "@$2")" "$code"
}

login admin
answers "create-virtual-mfa-device shows nothing but the ARN" \
    "{ \"VirtualMFADevice\": { \"SerialNumber\": \"$phone\" } }" "${create[@]}" phone "${by_seed[@]}" "$work/phone.seed"
matches "the seed file holds 64 characters of base32" "[A-Z2-7]{64}" "$(cat "$work/phone.seed")"
app_in_step "$phone" "$work/phone.seed"
answers "create-virtual-mfa-device with a path" "$tablet" "${create[@]}" tablet --path /desk/ "${by_image[@]}" \
    "$work/tablet.png" --output text --query VirtualMFADevice.SerialNumber
same "the image is a PNG from its beginning to its end" "89504e470d0a1a0a IEND" \
    "$(head -c 8 "$work/tablet.png" | od -An -tx1 | tr -d ' \n') $(tail -c 8 "$work/tablet.png" | head -c 4)"
if command -v zbarimg >/dev/null; then
    uri=$(zbarimg -q --raw "$work/tablet.png" 2>/dev/null)
    issuer="Amazon%20Web%20Services"
    matches "the image is a QR code of the device" \
        "otpauth://totp/$issuer:tablet@$account\?secret=[A-Z2-7]{64}&issuer=$issuer" "$uri"
    sed -n 's/.*[?&]secret=\([A-Z2-7]*\).*/\1/p' <<<"$uri" >"$work/tablet.seed"
    app_in_step "$tablet" "$work/tablet.seed"
else
    skip "the image is a QR code of the device" "install the package zbar-tools"
    # Then a device of the same name goes by its seed.
    run iam delete-virtual-mfa-device --serial-number "$tablet"
    run "${create[@]}" tablet --path /desk/ "${by_seed[@]}" "$work/tablet.seed" >"$work/tablet.json"
    app_in_step "$tablet" "$work/tablet.seed"
fi
refused "a device of that name exists" 409 EntityAlreadyExists "MFA device already exists." \
    "${create[@]}" phone "${by_seed[@]}" "$work/again.seed"
refused "a device's path without a slash" 400 ValidationError "$bad_path" \
    "${create[@]}" phone --path desk "${by_seed[@]}" "$work/again.seed"
refused "a blank in a device's name" 400 ValidationError "1 validation error detected: Value at 'virtualMFADeviceName' \
failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+" \
    "${create[@]}" 'my phone' "${by_seed[@]}" "$work/again.seed"
misuse "create-virtual-mfa-device without a file" "the following arguments are required: --outfile" \
    "${create[@]}" again --bootstrap-method QRCodePNG
misuse "an unknown way to hand over a seed" "argument --bootstrap-method: Invalid choice" \
    "${create[@]}" again --bootstrap-method Fax --outfile "$work/again.seed"
answers "list-virtual-mfa-devices that somebody has: none" "" \
    iam list-virtual-mfa-devices --assignment-status Assigned "${devices[@]}"
same "refused calls wrote no seed" no "$([ -e "$work/again.seed" ] && echo yes || echo no)"
answers "list-virtual-mfa-devices that nobody has" "$tablet None $phone None" \
    iam list-virtual-mfa-devices --assignment-status Unassigned "${devices[@]}"
refused "an unknown assignment status" 400 ValidationError "1 validation error detected: Value at 'assignmentStatus' \
failed to satisfy constraint: Member must satisfy enum value set" iam list-virtual-mfa-devices --assignment-status Lost

pair "$phone"
takes "enable-mfa-device by ARN" enable-mfa-device alice "$phone" "$code1" "$code2"
login alice
next_code "$phone"
sign_in "it signs in" "$phone" "$code"

login admin
shift_fob "$tablet" -300
pair "$tablet"
shift_fob "$tablet" 300
takes "codes five minutes old associate the device" enable-mfa-device alice "$tablet" "$code1" "$code2"
login alice
next_code "$tablet"
no_sign_in "it is out of sync then" "$tablet" "$code"
login admin
pair "$tablet"
takes "resync mends it" resync-mfa-device alice "$tablet" "$code1" "$code2"
login alice
next_code "$tablet"
sign_in "it signs in after that" "$tablet" "$code"

login admin
answers "a device nobody has yet" "arn:aws:iam::$account:mfa/spare" "${create[@]}" spare "${by_seed[@]}" \
    "$work/spare.seed" --output text --query VirtualMFADevice.SerialNumber
spare=arn:aws:iam::$account:mfa/spare
answers "list-virtual-mfa-devices that are assigned" "$tablet alice $phone alice" \
    iam list-virtual-mfa-devices --assignment-status Assigned "${devices[@]}"
answers "list-virtual-mfa-devices, any" "$tablet alice $phone alice $spare None" \
    iam list-virtual-mfa-devices --assignment-status Any "${devices[@]}"
resembles "any is what is meant, in pages too, and no seed is shown" \
    "\[ \[ (\"(EnableDate|SerialNumber|User)\",? ){3}\], \
\[ (\"(EnableDate|SerialNumber|User)\",? ){3}\], \[ \"SerialNumber\" \] \]" iam list-virtual-mfa-devices --page-size 2 \
    --output json --query 'sort_by(VirtualMFADevices,&SerialNumber)[].sort(keys(@))'
answers "list-mfa-devices in pages" "[ \"$fob\", \"$tablet\", \"$phone\" ]" iam list-mfa-devices --user-name alice \
    --page-size 1 --output json --query 'sort(MFADevices[].SerialNumber)'
