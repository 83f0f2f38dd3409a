# Calls the aws command line and compares what it says. Sourced by acceptance scripts.
# shellcheck shell=bash disable=SC2034,SC2154

declare -A key_id key_secret session_token

# keep NAME ID SECRET [TOKEN]: a login by its name
keep() {
    key_id[$1]=$2 key_secret[$1]=$3 session_token[$1]=${4:-}
}

# login NAME: from now on calls are signed by that login
login() {
    who=$1
}

# run ARGUMENTS: aws as the current login, in a home of its own; secrets only in the environment
run() (
    export HOME=$work AWS_CONFIG_FILE=$work/aws.config AWS_SHARED_CREDENTIALS_FILE=$work/aws.credentials
    export AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true AWS_DEFAULT_REGION=us-east-1
    export AWS_ACCESS_KEY_ID=${key_id[$who]} AWS_SECRET_ACCESS_KEY=${key_secret[$who]}
    [ -z "${session_token[$who]}" ] || export AWS_SESSION_TOKEN=${session_token[$who]}
    exec "$aws" --endpoint-url "$url" "$@"
)

# call ARGUMENTS: leaves exit code, output, the HTTP statuses and the message in $rc, $out, $statuses, $message. What
# separates words of the output becomes one blank.
call() {
    out=$(run "$@" --debug 2>"$work/aws.log")
    rc=$?
    out=$(tr -s '[:space:]' ' ' <<<"$out")
    out=${out% }
    statuses=$(sed -n 's|.*"POST / HTTP/1.1" \([0-9]*\) .*|\1|p' "$work/aws.log" | tr '\n' ' ')
    message=$(sed -n '/^An error occurred/,$p' "$work/aws.log")
}

# answers CASE EXPECTED ARGUMENTS: does it, and prints just that
answers() {
    local title=$1 expected=$2
    shift 2
    call "$@"
    same "$title" "exit 0: $expected" "exit $rc: $out${message:+$message}"
}

# resembles CASE REGULAR-EXPRESSION ARGUMENTS: does it, and prints something like that
resembles() {
    local title=$1 expected=$2
    shift 2
    call "$@"
    matches "$title" "exit 0: $expected" "exit $rc: $out${message:+$message}"
}

# refused CASE STATUS CODE TEXT ARGUMENTS: the service's error, in full
refused() {
    local title=$1 status=$2 error=$3 text=$4 operation
    shift 4
    call "$@"
    operation=$(sed -n 's/.*Making request for OperationModel(name=\([A-Za-z]*\)).*/\1/p' "$work/aws.log" | head -n 1)
    same "$title" "exit 254, HTTP $status: An error occurred ($error) when calling the $operation operation: $text" \
        "exit $rc, HTTP ${statuses% }: $message$out"
}

# misuse CASE TEXT ARGUMENTS: what the command line itself refuses
misuse() {
    local title=$1 text=$2 got
    shift 2
    got=$(run "$@" 2>&1)
    rc=$?
    case $rc,$got in
        252,*"$text"*) ok "$title" ;;
        *) not_ok "$title" "exit 252: ... $text" "exit $rc: $got" ;;
    esac
}

# new_key NAME: an access key for that user, kept as a login of the user's name
new_key() {
    local id secret
    read -r id secret < <(run iam create-access-key --user-name "$1" --output text \
        --query 'AccessKey.[AccessKeyId,SecretAccessKey]')
    keep "$1" "$id" "$secret"
}

# sign_in CASE SERIAL CODE: a session of the current login, kept under its name and "'s session"
sign_in() {
    local id secret token
    call sts get-session-token --serial-number "$2" --token-code "$3" --output text \
        --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]'
    read -r id secret token <<<"$out"
    keep "$who's session" "$id" "$secret" "${token:-}"
    matches "$1" "exit 0: ASIA[A-Z0-9]{16}" "exit $rc: $id$message"
}

# no_sign_in CASE SERIAL CODE: an answer as to a wrong code
no_sign_in() {
    refused "$1" 403 AccessDenied "$wrong_code" sts get-session-token --serial-number "$2" --token-code "$3"
}

# device_call OPERATION USER SERIAL CODE1 CODE2, as arguments of aws
device_call() {
    arguments=(iam "$1" --user-name "$2" --serial-number "$3" --authentication-code1 "$4" --authentication-code2 "$5")
}

# takes CASE OPERATION USER SERIAL CODE1 CODE2: codes that Enable or Resync accepts
takes() {
    local title=$1
    shift
    device_call "$@"
    answers "$title" "" "${arguments[@]}"
}

# not_valid CASE OPERATION USER SERIAL CODE1 CODE2: codes that Enable or Resync refuses
not_valid() {
    local title=$1
    shift
    device_call "$@"
    refused "$title" 403 InvalidAuthenticationCode "$codes_not_valid" "${arguments[@]}"
}

# Texts that several cases expect. The blank at the end of the first is AWS's.
wrong_code="MultiFactorAuthentication failed with invalid MFA one time pass code. "
not_yours="MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is"
not_yours+=" valid and associated with this user."
codes_not_valid="Authentication code for device is not valid."
no_such_key="The security token included in the request is invalid."
bad_session=${no_such_key%.}

# denied CASE USER OPERATION RESOURCE ARGUMENTS: what an ordinary user may not do
denied() {
    local title=$1 user=$2 operation=$3 resource=$4 text
    shift 4
    text="User: arn:aws:iam::$account:user/$user is not authorized to perform: iam:$operation on resource: $resource"
    text+=" because no identity-based policy allows the iam:$operation action"
    refused "$title" 403 AccessDenied "$text" "$@"
}
