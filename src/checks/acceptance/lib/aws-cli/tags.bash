# Tags of devices, virtual ones and fobs. Goes on with alice's tablet and fob; leaves them without tags.
# shellcheck shell=bash disable=SC2154

login admin
for device in "$tablet" "$fob"; do
    kind=${device##*/}
    answers "tag-mfa-device $kind" "" \
        iam tag-mfa-device --serial-number "$device" --tags Key=Team,Value=blue Key=desk,Value=
    answers "list-mfa-device-tags $kind, by key" '[ { "Key": "desk", "Value": "" }, { "Key": "Team", "Value": "blue" } ]' \
        iam list-mfa-device-tags --serial-number "$device" --output json --query Tags
    answers "list-mfa-device-tags $kind, a page" "desk True" \
        iam list-mfa-device-tags --serial-number "$device" --max-items 1 --output text --query '[Tags[0].Key,IsTruncated]'
    answers "untag-mfa-device $kind" "" iam untag-mfa-device --serial-number "$device" --tag-keys TEAM desk
    answers "no tags are left on $kind" "[]" \
        iam list-mfa-device-tags --serial-number "$device" --output json --query Tags
done
refused "tags of an unknown device" 404 NoSuchEntity "MFA Device with serial number GAHT99999999 does not exist." \
    iam list-mfa-device-tags --serial-number GAHT99999999
answers "create-virtual-mfa-device with tags" "None" "${create[@]}" tagged --tags Key=k,Value=v "${by_seed[@]}" \
    "$work/tagged.seed" --query Nothing --output text
answers "they are there" "k v" iam list-mfa-device-tags --serial-number "arn:aws:iam::$account:mfa/tagged" \
    --output text --query 'Tags[].[Key,Value]'
answers "it goes" "" iam delete-virtual-mfa-device --serial-number "arn:aws:iam::$account:mfa/tagged"
