# Tags, names, policies and key states of users; the account. Leaves everything as it found it, but for alice's policy.
# shellcheck shell=bash disable=SC2154

login admin
tags=(--output text --query 'Tags[].[Key,Value]')
answers "tag-user" "" iam tag-user --user-name carol --tags Key=Team,Value=blue 'Key=desk,Value=Bern 3'
answers "list-user-tags, by key" "desk Bern 3 Team blue" iam list-user-tags --user-name carol "${tags[@]}"
answers "get-user shows them" "desk Bern 3 Team blue" \
    iam get-user --user-name carol --output text --query 'User.Tags[].[Key,Value]'
answers "a key in another case is the same key" "" iam tag-user --user-name carol --tags Key=TEAM,Value=red
answers "so it is overwritten" "desk Bern 3 TEAM red" iam list-user-tags --user-name carol "${tags[@]}"
refused "the same key twice" 400 InvalidInput \
    "Duplicate tag keys found. Please note that Tag keys are case insensitive." \
    iam tag-user --user-name carol --tags Key=a,Value=1 Key=A,Value=2
refused "a tag of other characters" 400 ValidationError "1 validation error detected: Value at 'tags.1.member.key' \
failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+" \
    iam tag-user --user-name carol --tags 'Key=a*,Value=1'
answers "no tags at all" "" iam tag-user --user-name carol --tags '[]'
answers "untag-user" "" iam untag-user --user-name carol --tag-keys team desk never
answers "they are gone" "" iam list-user-tags --user-name carol "${tags[@]}"
answers "create-user with tags" "k v" \
    iam create-user --user-name dora --tags Key=k,Value=v --output text --query 'User.Tags[].[Key,Value]'

answers "update-user: another name and path" "" \
    iam update-user --user-name dora --new-user-name Dorothea --new-path /staff/
answers "she is the same" "/staff/ Dorothea v" \
    iam get-user --user-name dorothea --output text --query 'User.[Path,UserName,Tags[0].Value]'
refused "a name that is taken" 409 EntityAlreadyExists "User with name BOB already exists." \
    iam update-user --user-name dorothea --new-user-name BOB
answers "dora goes" "" iam delete-user --user-name Dorothea

policy=(--user-name alice --policy-name)
answers "list-user-policies" "reading" iam list-user-policies --user-name alice --output text --query PolicyNames
resembles "get-user-policy, as it was put" \
    "alice reading 2012-10-17 arn:aws:iam::\*:user/.\{aws:username\}" \
    iam get-user-policy "${policy[@]}" READING --output text --query \
    '[UserName, PolicyName, PolicyDocument.[Version, Statement[0].Resource]][]'
refused "get-user-policy of none" 404 NoSuchEntity "The user policy with name none cannot be found." \
    iam get-user-policy "${policy[@]}" none
refused "a policy that is no JSON" 400 MalformedPolicyDocument "This policy contains invalid Json (the policy is not \
well-formed JSON (line 1, column 2))" iam put-user-policy "${policy[@]}" bad --policy-document '{'
call iam put-user-policy "${policy[@]}" bad --policy-document \
    '{"Statement": {"Effect": "allow", "Action": "*", "Resource": "*"}}'
matches "a policy with a mistake, which is named" "exit 254: .*MalformedPolicyDocument.*Syntax errors in policy\. \(.*" \
    "exit $rc: $message"

key=(--user-name bob --access-key-id "${key_id[bob]}")
answers "get-access-key-last-used before any use" "bob N/A N/A" iam get-access-key-last-used \
    --access-key-id "${key_id[bob]}" --output text --query '[UserName,AccessKeyLastUsed.[ServiceName,Region]][]'
answers "update-access-key" "" iam update-access-key "${key[@]}" --status Inactive
login bob
refused "it is off" 403 InvalidClientTokenId "$no_such_key" sts get-caller-identity
login admin
answers "list-access-keys says so" "Inactive" \
    iam list-access-keys --user-name bob --output text --query 'AccessKeyMetadata[].Status'
refused "an unknown status" 400 ValidationError "1 validation error detected: Value at 'status' failed to satisfy \
constraint: Member must satisfy enum value set" iam update-access-key "${key[@]}" --status Broken
answers "on again" "" iam update-access-key "${key[@]}" --status Active
login bob
answers "it works" "arn:aws:iam::$account:user/staff/night/bob" sts get-caller-identity --output text --query Arn
login admin
resembles "get-access-key-last-used" "bob sts us-east-1 $date" iam get-access-key-last-used \
    --access-key-id "${key_id[bob]}" --output text \
    --query '[UserName,AccessKeyLastUsed.[ServiceName,Region,LastUsedDate]][]'

answers "create-account-alias" "" iam create-account-alias --account-alias acme-bern
answers "list-account-aliases" "acme-bern" iam list-account-aliases --output text --query AccountAliases
refused "an alias of other characters" 400 ValidationError "1 validation error detected: Value at 'accountAlias' failed \
to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$" \
    iam create-account-alias --account-alias Acme
answers "delete-account-alias" "" iam delete-account-alias --account-alias acme-bern
refused "delete-account-alias twice" 404 NoSuchEntity "The account alias acme-bern cannot be found." \
    iam delete-account-alias --account-alias acme-bern
answers "get-account-summary" "4 0 0 0 2" iam get-account-summary --output text --query \
    'SummaryMap.[Users,MFADevices,MFADevicesInUse,AccountMFAEnabled,AccessKeysPerUserQuota]'
