# Deleting a user, in the only order that goes; then the audit trail.
# shellcheck shell=bash disable=SC2154

login admin
refused "delete-user of nobody" 404 NoSuchEntity "The user with name nobody cannot be found." \
    iam delete-user --user-name nobody
refused "delete-user with devices" 409 DeleteConflict "Cannot delete entity, must delete MFA device first." \
    iam delete-user --user-name alice
answers "her phone goes" "" "${deactivate[@]}" alice --serial-number "$phone"
answers "her tablet goes" "" "${deactivate[@]}" alice --serial-number "$tablet"
answers "and is deleted" "" "${delete[@]}" "$tablet"
refused "delete-user with an access key" 409 DeleteConflict "Cannot delete entity, must delete access keys first." \
    iam delete-user --user-name alice
answers "her access key goes" "" iam delete-access-key --user-name alice --access-key-id "${key_id[alice]}"
login "alice's session"
refused "with it her sessions" 403 InvalidClientTokenId "$bad_session" sts get-caller-identity
login admin
refused "delete-user with a policy" 409 DeleteConflict "Cannot delete entity, must delete policies first." \
    iam delete-user --user-name alice
answers "delete-user-policy" "" iam delete-user-policy --user-name alice --policy-name reading
answers "and the other" "" iam delete-user-policy --user-name alice --policy-name devices
answers "delete-user" "" iam delete-user --user-name alice
answers "delete-user of one who has nothing" "" iam delete-user --user-name carol
answers "they are gone" "administrator bob" iam list-users "${users[@]}"

"$fobsmith" audit verify --json >"$work/audit.json"
matches "the audit trail is intact" "exit 0: [1-9][0-9]+ records" \
    "exit $?: $(sed -n 's/.*"records" : \([0-9]*\).*/\1/p' "$work/audit.json") records"
