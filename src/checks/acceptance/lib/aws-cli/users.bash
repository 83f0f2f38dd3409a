# Callers, users and access keys. Leaves alice, bob (/staff/night/) and carol (/staff/), keys of alice and bob.
# shellcheck shell=bash disable=SC2154

date='[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\+00:00'
users=(--output text --query 'sort(Users[].UserName)')

login admin
resembles "the administrator is who he is" "$account arn:aws:iam::$account:user/administrator AIDA[A-Z0-9]+" \
    sts get-caller-identity --output text --query '[Account,Arn,UserId]'
answers "IAM in any region" administrator \
    iam get-user --region eu-west-1 --output text --query User.UserName
answers "STS in any region" "$account" \
    sts get-caller-identity --region us-gov-west-1 --output text --query Account

keep impostor "${key_id[admin]}" "${key_secret[admin]}x"
keep stranger AKIAIOSFODNN7EXAMPLE "${key_secret[admin]}"
login impostor
refused "a wrong secret key" 403 SignatureDoesNotMatch "The request signature we calculated does not match the \
signature you provided. Check your AWS Secret Access Key and signing method. Consult the service \
documentation for details." \
    iam get-user
login stranger
refused "an unknown access key" 403 InvalidClientTokenId "$no_such_key" iam get-user

login admin
AWS_MAX_ATTEMPTS=1 call iam get-user --user-name nobody
same "one attempt, as the client wishes" "exit 254, HTTP 404: An error occurred (NoSuchEntity) when calling the \
GetUser operation (reached max retries: 0): The user with name nobody cannot be found." \
    "exit $rc, HTTP ${statuses% }: $message"

member='"[A-Za-z]+": "[^"]*",? '
resembles "create-user" "\{ \"User\": \{ \"Path\": \"/\", \"UserName\": \"alice\", \"UserId\": \"AIDA[A-Z0-9]{17}\", \
\"Arn\": \"arn:aws:iam::$account:user/alice\", \"CreateDate\": \"$date\" \} \}" iam create-user --user-name alice
answers "create-user with a path" "/staff/night/ arn:aws:iam::$account:user/staff/night/bob" \
    iam create-user --user-name bob --path /staff/night/ --output text --query 'User.[Path,Arn]'
answers "create-user beside him" "arn:aws:iam::$account:user/staff/carol" \
    iam create-user --user-name carol --path /staff/ --output text --query User.Arn
refused "a user of that name exists" 409 EntityAlreadyExists "User with name alice already exists." \
    iam create-user --user-name alice --path /staff/
bad_path="The specified value for path is invalid. It must begin and end with / and contain only alphanumeric \
characters and/or / characters."
refused "a path without a slash" 400 ValidationError "$bad_path" iam create-user --user-name dave --path staff
refused "a path that is too long" 400 ValidationError "1 validation error detected: Value at 'path' failed to satisfy \
constraint: Member must have length less than or equal to 512" \
    iam create-user --user-name dave --path "/$(printf '%0511d' 0)/"
refused "a blank in a user's name" 400 ValidationError "The specified value for userName is invalid. It must contain \
only alphanumeric characters and/or the following: +=,.@_-" iam create-user --user-name 'dave jones'
misuse "create-user without a name" "the following arguments are required: --user-name" iam create-user

answers "get-user by name" "/staff/night/ bob" iam get-user --user-name bob --output text --query 'User.[Path,UserName]'
resembles "get-user without a name" "\{ \"User\": \{ ($member){2}\"UserId\": \"AIDA[A-Z0-9]{17}\", \
\"Arn\": \"arn:aws:iam::$account:user/administrator\", ($member)\} \}" iam get-user
refused "get-user of nobody" 404 NoSuchEntity "The user with name nobody cannot be found." \
    iam get-user --user-name nobody

answers "list-users" "administrator alice bob carol" iam list-users "${users[@]}"
answers "list-users by path" "bob carol" iam list-users --path-prefix /staff/ "${users[@]}"
answers "list-users in pages of one" '[ "administrator", "alice", "bob", "carol" ]' \
    iam list-users --page-size 1 --query 'sort(Users[].UserName)'
same "it took a request for each" "200 200 200 200 " "$statuses"
call iam list-users --max-items 3 --output json --query "join(' ', [NextToken, Users[].UserName][])"
read -r token some <<<"${out//\"/}"
call iam list-users --starting-token "$token" --output json --query "join(' ', Users[].UserName)"
same "list-users goes on where it ended" "3 and 1: administrator alice bob carol" \
    "$(wc -w <<<"$some") and $(wc -w <<<"$out"): $(xargs -n 1 <<<"$some $out" | sort | xargs)"
refused "a marker not ours" 400 ValidationError "Invalid Marker." iam list-users --marker zork

call iam create-access-key --user-name alice --output text \
    --query 'AccessKey.[UserName,AccessKeyId,Status,CreateDate,SecretAccessKey]'
read -r name id status created secret <<<"$out"
matches "create-access-key" "exit 0: alice AKIA[A-Z0-9]{16} Active $date 40" \
    "exit $rc: $name $id $status $created ${#secret}$message"
keep alice "$id" "$secret"
new_key bob
keep "bob's first" "${key_id[bob]}" "${key_secret[bob]}"
new_key bob
refused "a third access key" 409 LimitExceeded "Cannot exceed quota for AccessKeysPerUser: 2" \
    iam create-access-key --user-name bob
refused "an access key for nobody" 404 NoSuchEntity "The user with name nobody cannot be found." \
    iam create-access-key --user-name nobody
keys=(--output text --query 'sort_by(AccessKeyMetadata,&AccessKeyId)[].[UserName,AccessKeyId,Status]')
answers "list-access-keys" \
    "$(printf 'bob %s Active\n' "${key_id["bob's first"]}" "${key_id[bob]}" | sort | tr '\n' ' ' | sed 's/ $//')" \
    iam list-access-keys --user-name bob "${keys[@]}"
answers "list-access-keys without a name" "administrator ${key_id[admin]} Active" iam list-access-keys "${keys[@]}"
answers "delete-access-key" "" iam delete-access-key --user-name bob --access-key-id "${key_id["bob's first"]}"
refused "delete-access-key twice" 404 NoSuchEntity "The Access Key with id ${key_id["bob's first"]} cannot be found" \
    iam delete-access-key --user-name bob --access-key-id "${key_id["bob's first"]}"
refused "delete-access-key of another user" 404 NoSuchEntity "The Access Key with id ${key_id[bob]} cannot be found" \
    iam delete-access-key --user-name alice --access-key-id "${key_id[bob]}"
login "bob's first"
refused "a deleted access key" 403 InvalidClientTokenId "$no_such_key" sts get-caller-identity

login alice
denied "who has no policy does not even read herself" alice GetUser "arn:aws:iam::$account:user/alice" iam get-user
login admin
self="arn:aws:iam::*:user/\${aws:username}"
statement='{"Effect": "Allow", "Action": ["iam:GetUser", "iam:ListMFADevices"], "Resource": "'$self'"}'
echo "{\"Version\": \"2012-10-17\", \"Statement\": [$statement]}" >"$work/reading.json"
answers "put-user-policy" "" \
    iam put-user-policy --user-name alice --policy-name reading --policy-document "file://$work/reading.json"
login alice
answers "an ordinary user reads herself" "alice" iam get-user --output text --query User.UserName
answers "she is who she is" "arn:aws:iam::$account:user/alice" sts get-caller-identity --output text --query Arn
denied "she creates no user" alice CreateUser "arn:aws:iam::$account:user/staff/mallory" \
    iam create-user --user-name mallory --path /staff/
denied "she creates no device" alice CreateVirtualMFADevice "arn:aws:iam::$account:mfa/mine" \
    iam create-virtual-mfa-device --virtual-mfa-device-name mine --bootstrap-method QRCodePNG --outfile "$work/mine.png"
denied "she reads nobody who is not there" alice GetUser "arn:aws:iam::$account:user/nobody" \
    iam get-user --user-name nobody
denied "she enables no device" alice EnableMFADevice "arn:aws:iam::$account:user/alice" \
    iam enable-mfa-device --user-name alice --serial-number "$fob" --authentication-code1 000000 \
    --authentication-code2 000001
