# Groups, roles, and becoming one with a code; the credential report. Goes on with alice's fob; leaves no group and no role.
# shellcheck shell=bash disable=SC2154

login admin
resembles "create-group" "group/it/ desk AGPA[A-Z0-9]{17}" iam create-group --group-name desk --path /it/ --output text \
    --query 'Group.[join(`""`, [`group`, Path]), GroupName, GroupId]'
refused "a group of that name exists" 409 EntityAlreadyExists "Group with name DESK already exists." \
    iam create-group --group-name DESK
statement='{"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}'
echo "{\"Version\": \"2012-10-17\", \"Statement\": $statement}" >"$work/list.json"
answers "put-group-policy" "" \
    iam put-group-policy --group-name desk --policy-name list --policy-document "file://$work/list.json"
answers "list-group-policies" "list" iam list-group-policies --group-name desk --output text --query PolicyNames
answers "get-group-policy" "desk list Allow" iam get-group-policy --group-name desk --policy-name list --output text \
    --query '[GroupName, PolicyName, PolicyDocument.Statement.Effect]'
login alice
denied "alice lists no users" alice ListUsers "*" iam list-users
login admin
answers "add-user-to-group" "" iam add-user-to-group --group-name desk --user-name alice
answers "get-group" "alice" iam get-group --group-name desk --output text --query 'Users[].UserName'
answers "list-groups-for-user" "desk" iam list-groups-for-user --user-name alice --output text --query 'Groups[].GroupName'
login alice
answers "now she does" "administrator alice bob carol" iam list-users "${users[@]}"
login admin
answers "update-group" "" iam update-group --group-name desk --new-group-name counter --new-path /
answers "list-groups" "/ counter" iam list-groups --output text --query 'Groups[].[Path,GroupName]'
refused "delete-group with a member" 409 DeleteConflict \
    "Cannot delete entity, must remove users from group first." iam delete-group --group-name counter
answers "remove-user-from-group" "" iam remove-user-from-group --group-name counter --user-name alice
refused "delete-group with a policy" 409 DeleteConflict "Cannot delete entity, must delete policies first." \
    iam delete-group --group-name counter
answers "delete-group-policy" "" iam delete-group-policy --group-name counter --policy-name list
answers "delete-group" "" iam delete-group --group-name counter

role=arn:aws:iam::$account:role/sec/Auditor
condition='{"Bool": {"aws:MultiFactorAuthPresent": "true"}}'
statement="{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Condition\": $condition"
statement+=", \"Principal\": {\"AWS\": \"arn:aws:iam::$account:user/alice\"}}"
echo "{\"Version\": \"2012-10-17\", \"Statement\": [$statement]}" >"$work/trust.json"
answers "create-role" "$role 3600 v" iam create-role --role-name Auditor --path /sec/ --tags Key=k,Value=v \
    --assume-role-policy-document "file://$work/trust.json" --output text \
    --query 'Role.[Arn,MaxSessionDuration,Tags[0].Value]'
answers "put-role-policy" "" \
    iam put-role-policy --role-name Auditor --policy-name list --policy-document "file://$work/list.json"
answers "get-role-policy" "Auditor list Allow" iam get-role-policy --role-name Auditor --policy-name list --output text \
    --query '[RoleName, PolicyName, PolicyDocument.Statement.Effect]'
answers "get-role" "sts:AssumeRole" iam get-role --role-name auditor --output text \
    --query 'Role.AssumeRolePolicyDocument.Statement[0].Action'
answers "list-roles" "Auditor" iam list-roles --output text --query 'Roles[].RoleName'
answers "update-role" "" iam update-role --role-name Auditor --max-session-duration 7200
answers "update-assume-role-policy" "" \
    iam update-assume-role-policy --role-name Auditor --policy-document "file://$work/trust.json"
refused "a trust policy that trusts nobody" 400 MalformedPolicyDocument "Syntax errors in policy. (statement 1: Principal \
is missing; a trust policy says who is trusted)" iam update-assume-role-policy --role-name Auditor \
    --policy-document '{"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole"}}'
answers "tag-role" "" iam tag-role --role-name Auditor --tags Key=Team,Value=red
answers "list-role-tags" "k v Team red" iam list-role-tags --role-name Auditor "${tags[@]}"
answers "untag-role" "" iam untag-role --role-name Auditor --tag-keys k Team
answers "list-role-policies" "list" iam list-role-policies --role-name Auditor --output text --query PolicyNames

login alice
assume=(sts assume-role --role-arn "$role" --role-session-name tuesday)
refused "the role wants a code" 403 AccessDenied "User: arn:aws:iam::$account:user/alice is not authorized to perform: \
sts:AssumeRole on resource: $role" "${assume[@]}"
next_code "$fob"
call "${assume[@]}" --serial-number "$fob" --token-code "$code" --output text \
    --query '[Credentials.[AccessKeyId,SecretAccessKey,SessionToken],AssumedRoleUser.[Arn]][]'
read -r id secret token arn <<<"$out"
matches "assume-role with a code" "exit 0: ASIA[A-Z0-9]{16} arn:aws:sts::$account:assumed-role/Auditor/tuesday" \
    "exit $rc: $id ${arn:-}$message"
keep "the auditor" "$id" "$secret" "${token:-}"
refused "with the same code again" 403 AccessDenied "$wrong_code" \
    "${assume[@]}" --serial-number "$fob" --token-code "$code"
login "the auditor"
answers "the role is who it is" "$arn" sts get-caller-identity --output text --query Arn
answers "the role does what it may" "administrator alice bob carol" iam list-users "${users[@]}"
refused "the role is no user" 400 ValidationError "Must specify userName when calling with non-User credentials" \
    iam get-user

login admin
answers "delete-role-policy" "" iam delete-role-policy --role-name Auditor --policy-name list
answers "delete-role" "" iam delete-role --role-name Auditor
login "the auditor"
refused "with it its sessions" 403 InvalidClientTokenId "$bad_session" sts get-caller-identity

login admin
answers "generate-credential-report" "COMPLETE" iam generate-credential-report --output text --query State
call iam get-credential-report --output text --query Content
report=$(base64 -d <<<"$out")
same "get-credential-report knows who has a device" "false true false" \
    "$(for user in administrator alice carol; do grep "^$user," <<<"$report" | cut -d, -f8; done | xargs)"
