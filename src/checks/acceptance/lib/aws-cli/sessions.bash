# What a session may, what get-session-token takes and refuses. Goes on with alice's fob and session.
# shellcheck shell=bash disable=SC2154

login "alice's session"
answers "the session reads its user" "arn:aws:iam::$account:user/alice" iam get-user --output text --query User.Arn
answers "the session is its user" "$account arn:aws:iam::$account:user/alice" \
    sts get-caller-identity --output text --query '[Account,Arn]'
refused "a session from a session" 403 AccessDenied "Cannot call GetSessionToken with session credentials" \
    sts get-session-token
denied "a session with MFA may no more than its user" alice CreateUser "arn:aws:iam::$account:user/mallory" \
    iam create-user --user-name mallory
tampered=${session_token["alice's session"]}
middle=$((${#tampered} / 2))
letter=A
[ "${tampered:middle:1}" != A ] || letter=B
keep forger "${key_id["alice's session"]}" "${key_secret["alice's session"]}" \
    "${tampered:0:middle}$letter${tampered:middle+1}"
login forger
refused "a changed session token" 403 InvalidClientTokenId "$bad_session" sts get-caller-identity
keep forger "${key_id["alice's session"]}" "${key_secret["alice's session"]}"
refused "a session key without its token" 403 InvalidClientTokenId "$bad_session" sts get-caller-identity

login alice
call sts get-session-token --duration-seconds 900 --output text \
    --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken,Expiration]'
read -r id secret token expiration <<<"$out"
left=$(($(date -u -d "${expiration:-@0}" +%s) - $(date -u +%s)))
same "a session without MFA, for as long as asked" "exit 0, 900 s" \
    "exit $rc$message, $([ $left -ge 840 ] && [ $left -le 901 ] && echo 900 || echo $left) s"
keep plain "$id" "$secret" "${token:-}"
login plain
refused "IAM refuses a session without MFA" 403 InvalidClientTokenId "$bad_session" iam get-user
answers "STS knows a session without MFA" "arn:aws:iam::$account:user/alice" \
    sts get-caller-identity --output text --query Arn

login alice
next_code "$fob"
no_sign_in "a wrong code" "$fob" "$(wrong "$code")"
unknown=(sts get-session-token --token-code "$code" --serial-number)
refused "an unknown serial" 403 AccessDenied "$not_yours" "${unknown[@]}" GAHT99999999
refused "a fob in stock" 403 AccessDenied "$not_yours" "${unknown[@]}" "$other_fob"
refused "an unknown virtual device" 403 AccessDenied "$not_yours" "${unknown[@]}" "arn:aws:iam::$account:mfa/none"
login bob
refused "a device of another user" 403 AccessDenied "$not_yours" "${unknown[@]}" "$fob"
login alice
sign_in "the code itself is unharmed" "$fob" "$code"
refused "letters for a code" 400 ValidationError "1 validation error detected: Value 'abcdef' at 'tokenCode' failed to \
satisfy constraint: Member must satisfy regular expression pattern: [\\d]*" \
    sts get-session-token --serial-number "$fob" --token-code abcdef
refused "a serial without a code" 400 ValidationError \
    "SerialNumber and TokenCode must be given together, or neither of them." \
    sts get-session-token --serial-number "$fob"
refused "a session too long" 400 ValidationError "1 validation error detected: Value '129601' at 'durationSeconds' \
failed to satisfy constraint: Member must have value less than or equal to 129600" \
    sts get-session-token --duration-seconds 129601
misuse "a session too short" "valid min value: 900" sts get-session-token --duration-seconds 899
