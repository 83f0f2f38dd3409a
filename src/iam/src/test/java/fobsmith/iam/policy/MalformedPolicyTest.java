package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.registry.InlinePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with AWS's sentence and with what it tells people. */
class MalformedPolicyTest {
    private static MalformedPolicy refusal(String json) {
        return assertThatExceptionOfType(MalformedPolicy.class)
                .isThrownBy(() -> Policies.parse(json))
                .actual();
    }

    private static void isRefused(String json, PolicyFault fault, String detail) {
        var refused = refusal(json);
        assertThat(refused.detail()).isEqualTo(detail);
        assertThat(refused.fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``|the policy is empty (line 1, column 1)
                    ` `|the policy is empty (line 1, column 2)
                    {|the policy is not well-formed JSON (line 1, column 2)
                    {"Version"|the policy is not well-formed JSON (line 1, column 11)
                    {'Version':1}|the policy is not well-formed JSON (line 1, column 2)
                    {"a":1,}|the policy is not well-formed JSON (line 1, column 8)
                    {"a":01}|the policy is not well-formed JSON (line 1, column 7)
                    {"a":NaN}|the policy is not well-formed JSON (line 1, column 9)
                    {} {}|the policy is followed by something else (line 1, column 5)
                    {} x|the policy is not well-formed JSON (line 1, column 4)
                    {}]|the policy is not well-formed JSON (line 1, column 3)
                    {"a":1,"a":1}|"a" stands twice in one object (line 1, column 13)
                    {"a":null,"a":null}|"a" stands twice in one object (line 1, column 19)
                    {"a":[[[[[[]]]]]]}|the policy is nested deeper than 6 lists and objects (line 1, column 12)
                    """)
    void isWhatIsNoJson(String json, String detail) {
        var refused = refusal(json);
        assertThat(refused.detail()).isEqualTo(detail);
        assertThat(refused.fault()).isEqualTo(PolicyFault.INVALID_JSON);
        assertThat(refused.sentence()).isEqualTo("This policy contains invalid Json");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 100_000})
    void isWhatIsNestedHoweverDeep(int depth) {
        var opened = "[".repeat(depth);
        assertThatExceptionOfType(MalformedPolicy.class)
                .isThrownBy(() -> PolicyDocument.parse(opened, Integer.MAX_VALUE));
        assertThatExceptionOfType(MalformedPolicy.class)
                .isThrownBy(() -> PolicyDocument.parse("{\"a\":".repeat(depth), Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []|the policy is a list; allowed is an object
                    "x"|the policy is a string; allowed is an object
                    null|the policy is null; allowed is an object
                    1|the policy is a number or truth value; allowed is an object
                    {}|the policy: Statement is missing or empty; allowed are a statement or a list of statements
                    {"Statement":[]}|the policy: Statement is missing or empty; allowed are a statement or a list of statements
                    {"Statement":"x"}|statement 1 is a string; allowed is an object
                    {"Statement":[[]]}|statement 1 is a list; allowed is an object
                    {"Statement":null}|statement 1 is null; allowed is an object
                    {"statement":{}}|the policy: "statement" is no element of it; allowed are Version, Id, Statement
                    {"Version":"2012-10-18"}|the policy: Version is "2012-10-18"; allowed are "2012-10-17" and "2008-10-17"
                    {"Version":20121017}|the policy: Version is a number or truth value; allowed is a string
                    {"Id":["x"],"Statement":{}}|the policy: Id is a list; allowed is a string
                    """)
    void isWhatHasNotTheFormOfAPolicy(String json, String detail) {
        isRefused(json, PolicyFault.SYNTAX, detail);
        assertThat(refusal(json).sentence()).isEqualTo("Syntax errors in policy.");
    }

    /** The valid statement that these are changed from. */
    private static final String VALID = "'Sid':'A','Effect':'Allow','Action':'iam:GetUser','Resource':'*'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'Sid':'A'|'Sid':1|SYNTAX|statement 2: Sid is a number or truth value; allowed is a string
                    'Sid':'A'|'Sid':'a-b'|SID_ALPHABET|statement 2: Sid is "a-b"; allowed are the letters A-Z and a-z and digits
                    'Sid':'A'|'Sid':'First'|SID_TWICE|the policy: statement 2 has the Sid of an earlier one, "First"
                    'Sid':'A'|'sid':'A'|SYNTAX|statement 2: "sid" is no element of it; allowed are Sid, Effect, Action, NotAction, Resource, NotResource, Condition
                    'Sid':'A'|'Principal':'*'|PRINCIPAL|statement 2: Principal is not allowed: the principal is whoever the policy is attached to
                    'Sid':'A'|'NotPrincipal':{'AWS':'1'}|PRINCIPAL|statement 2: NotPrincipal is not allowed: the principal is whoever the policy is attached to
                    'Effect':'Allow',|``|SYNTAX|statement 2 (A): Effect is missing; allowed are "Allow" and "Deny"
                    'Allow'|'allow'|SYNTAX|statement 2 (A): Effect is "allow"; allowed are "Allow" and "Deny"
                    'Allow'|true|SYNTAX|statement 2 (A): Effect is a number or truth value; allowed is a string
                    'Allow'|['Allow']|SYNTAX|statement 2 (A): Effect is a list; allowed is a string
                    'Action':'iam:GetUser',|``|NO_ACTIONS|statement 2 (A): Action is missing or empty; allowed are Action or NotAction
                    'Action':'iam:GetUser'|'NotAction':[]|NO_ACTIONS|statement 2 (A): NotAction is missing or empty; allowed are Action or NotAction
                    'iam:GetUser'|'*','NotAction':'*'|SYNTAX|statement 2 (A): both Action and NotAction are given; allowed is one of them
                    'iam:GetUser'|['*',1]|SYNTAX|statement 2 (A): Action holds a number or truth value; allowed are strings
                    'iam:GetUser'|{}|SYNTAX|statement 2 (A): Action holds an object; allowed are strings
                    'iam:GetUser'|null|SYNTAX|statement 2 (A): Action holds null; allowed are strings
                    'iam:GetUser'|[['*']]|SYNTAX|statement 2 (A): Action holds a list; allowed are strings
                    'iam:GetUser'|'GetUser'|NO_VENDOR|statement 2 (A): the action "GetUser" names no service; allowed are "*" and service:name
                    'iam:GetUser'|''|NO_VENDOR|statement 2 (A): the action "" names no service; allowed are "*" and service:name
                    'iam:GetUser'|'**'|NO_VENDOR|statement 2 (A): the action "**" names no service; allowed are "*" and service:name
                    'iam:GetUser'|'iam:iam:GetUser'|SECOND_COLON|statement 2 (A): the action "iam:iam:GetUser" has several colons; allowed is service:name
                    'iam:GetUser'|'i*:GetUser'|SYNTAX|statement 2 (A): the action "i*:GetUser" is none; allowed are letters, digits and hyphens for the service, letters, digits, * and ? for the name
                    'iam:GetUser'|'iam:'|SYNTAX|statement 2 (A): the action "iam:" is none; allowed are letters, digits and hyphens for the service, letters, digits, * and ? for the name
                    'iam:GetUser'|'iam:${a:b}'|SECOND_COLON|statement 2 (A): the action "iam:${a:b}" has several colons; allowed is service:name
                    ,'Resource':'*'|``|NO_RESOURCES|statement 2 (A): Resource is missing or empty; allowed are Resource or NotResource
                    'Resource':'*'|'NotResource':[]|NO_RESOURCES|statement 2 (A): NotResource is missing or empty; allowed are Resource or NotResource
                    'Resource':'*'|'Resource':'*','NotResource':'*'|SYNTAX|statement 2 (A): both Resource and NotResource are given; allowed is one of them
                    'Resource':'*'|'Resource':'user/bob'|NO_ARN|statement 2 (A): the resource "user/bob" is no ARN; allowed are "*" and arn:partition:service:region:account:resource, which may break off after a *
                    'Resource':'*'|'Resource':'arn:aws:iam:'|NO_ARN|statement 2 (A): the resource "arn:aws:iam:" is no ARN; allowed are "*" and arn:partition:service:region:account:resource, which may break off after a *
                    'Resource':'*'|'Resource':'**'|NO_ARN|statement 2 (A): the resource "**" is no ARN; allowed are "*" and arn:partition:service:region:account:resource, which may break off after a *
                    'Resource':'*'|'Resource':'a*:aws:iam::1:user/x'|NO_ARN|statement 2 (A): the resource "a*:aws:iam::1:user/x" is no ARN; allowed are "*" and arn:partition:service:region:account:resource, which may break off after a *
                    'Resource':'*'|'Resource':'${aws:PrincipalArn}'|NO_ARN|statement 2 (A): the resource "${aws:PrincipalArn}" is no ARN; allowed are "*" and arn:partition:service:region:account:resource, which may break off after a *
                    'Resource':'*'|'Resource':'arn:aws:iam::${aws:userid}:user/x'|NO_ARN|statement 2 (A): the resource "arn:aws:iam::${aws:userid}:user/x" has a variable before its fifth colon; allowed are variables after it
                    'Resource':'*'|'Resource':'arn:aws:iam::1:user/${aws:username'|SYNTAX|statement 2 (A): the resource "arn:aws:iam::1:user/${aws:username" has a "${" without its "}"; a dollar sign is written "${$}"
                    'Resource':'*'|'Resource':'arn:aws:iam::1:user/${username}'|SYNTAX|statement 2 (A): the resource "arn:aws:iam::1:user/${username}" has a variable "username"; allowed are ${service:key}, ${service:key, 'default'}, ${*}, ${?} and ${$}
                    """)
    void isAStatementThatIsNone(String part, String changed, PolicyFault fault, String detail) {
        var first = "{'Sid':'First','Effect':'Deny','Action':'*','Resource':'*'}".replace('\'', '"');
        assertThat(VALID).contains(part);
        isRefused(
                Policies.document(
                        first, "{%s}".formatted(VALID.replace(part, changed)).replace('\'', '"')),
                fault,
                detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []|, Condition is a list; allowed is an object
                    'x'|, Condition is a string; allowed is an object
                    null|, Condition is null; allowed is an object
                    {'Bool':[]}|, Condition, Bool is a list; allowed is an object
                    {'Bool':{}}|, Condition, Bool: no key is given; allowed are keys with their values
                    {'Bool':{'a:b':[]}}|, Condition, Bool: the key "a:b" has no values; allowed is one or more
                    {'Bool':{'a:b':null}}|, Condition, Bool: the key "a:b" has null for a value; allowed are strings, numbers, true and false
                    {'Bool':{'a:b':{}}}|, Condition, Bool: the key "a:b" has an object for a value; allowed are strings, numbers, true and false
                    {'Bool':{'a:b':'true','A:B':'true'}}|, Condition, Bool: the key "A:B" stands there twice in different case
                    {'Bool':{'a:b':'maybe'}}|, Condition, Bool: the value "maybe" of the key "a:b" is no truth value; allowed are true and false
                    {'Bool':{'a:b':'${aws:x}'}}|, Condition, Bool: the value "${aws:x}" of the key "a:b" is no truth value; allowed are true and false
                    {'Null':{'a:b':'x'}}|, Condition, Null: the value "x" of the key "a:b" is no truth value; allowed are true and false
                    {'NumericEquals':{'a:b':'ten'}}|, Condition, NumericEquals: the value "ten" of the key "a:b" is no decimal number
                    {'NumericEquals':{'a:b':1e3}}|, Condition, NumericEquals: the value "1e3" of the key "a:b" is no decimal number
                    {'NumericEquals':{'a:b':[1,'']}}|, Condition, NumericEquals: the value "" of the key "a:b" is no decimal number
                    {'DateEquals':{'a:b':'2026-02-30'}}|, Condition, DateEquals: the value "2026-02-30" of the key "a:b" is no date; allowed are ISO 8601, such as 2026-12-31T23:59:59Z, and seconds since 1970
                    {'DateEquals':{'a:b':'2026-02-20T10:00:00'}}|, Condition, DateEquals: the value "2026-02-20T10:00:00" of the key "a:b" is no date; allowed are ISO 8601, such as 2026-12-31T23:59:59Z, and seconds since 1970
                    {'BinaryEquals':{'a:b':'*'}}|, Condition, BinaryEquals: the value "*" of the key "a:b" is not in base64
                    {'IpAddress':{'a:b':'localhost'}}|, Condition, IpAddress: the value "localhost" of the key "a:b" is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32
                    {'IpAddress':{'a:b':'10.0.0.0/33'}}|, Condition, IpAddress: the value "10.0.0.0/33" of the key "a:b" is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32
                    {'IpAddress':{'a:b':'10.0.0.256'}}|, Condition, IpAddress: the value "10.0.0.256" of the key "a:b" is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32
                    {'NotIpAddress':{'a:b':'::/129'}}|, Condition, NotIpAddress: the value "::/129" of the key "a:b" is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32
                    {'IpAddress':{'a:b':'10.0.0.0/'}}|, Condition, IpAddress: the value "10.0.0.0/" of the key "a:b" is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32
                    {'ArnLike':{'a:b':'user/x'}}|, Condition, ArnLike: the value "user/x" of the key "a:b" is no ARN; allowed are "*" and six parts divided by colons
                    {'StringLike':{'a:b':'${'}}|, Condition, StringLike: the value "${" of the key "a:b" has a "${" without its "}"; a dollar sign is written "${$}"
                    {'StringLike':{'a:b':'${}'}}|, Condition, StringLike: the value "${}" of the key "a:b" has a variable ""; allowed are ${service:key}, ${service:key, 'default'}, ${*}, ${?} and ${$}
                    {'StringLike':{'a:b':'${a:b,c}'}}|, Condition, StringLike: the value "${a:b,c}" of the key "a:b" has a variable "a:b,c"; allowed are ${service:key}, ${service:key, 'default'}, ${*}, ${?} and ${$}
                    {'NullIfExists':{'a:b':true}}|, Condition: the operator "NullIfExists" is not allowed; allowed is Null alone
                    {'ForAllValues:Null':{'a:b':true}}|, Condition: the operator "ForAllValues:Null" is not allowed; allowed is Null alone
                    """)
    void isAConditionThatIsNone(String condition, String detail) {
        isRefused(Policies.under(condition.replace('\'', '"')), PolicyFault.SYNTAX, "statement 1" + detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringEquals",
                "StringEqual",
                "Equals",
                "",
                "IfExists",
                "ForAllValues:",
                "ForAllValues:IfExists",
                "forAllValues:StringEquals",
                "ForSomeValues:StringEquals",
                "ForAnyValue:ForAllValues:StringEquals",
                "StringEqualsIfExistsIfExists",
                "STRING_EQUALS"
            })
    void isAnUnknownOperator(String operator) {
        isRefused(
                Policies.under("{%s:{\"a:b\":\"c\"}}".formatted(Policies.quoted(operator))),
                PolicyFault.SYNTAX,
                "statement 1, Condition: the operator \"%s\" is unknown; allowed are %s, each but Null with IfExists and with"
                                .formatted(operator, Comparison.names())
                        + " ForAllValues: or ForAnyValue:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "", ":", "aws:", ":x", "aws:a:b", "a b:c", "aws:RequestTag/", "*"})
    void isAKeyWithoutItsService(String key) {
        isRefused(
                Policies.under("{\"StringEquals\":{%s:\"c\"}}".formatted(Policies.quoted(key))),
                PolicyFault.NO_VENDOR,
                "statement 1, Condition, StringEquals: \"%s\" is no condition key; allowed are service:name and service:name/tag"
                        .formatted(key));
    }

    @Test
    void isWhatIsTooLong() {
        var json = Policies.document("{ \"Effect\": \"Allow\",\n\t\"Action\": \"*\", \"Resource\": \"*\" }");
        int size = InlinePolicy.sizeOf(json);
        assertThatCode(() -> PolicyDocument.parse(" ".repeat(5_000) + json, size))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(MalformedPolicy.class)
                .isThrownBy(() -> PolicyDocument.parse(json, size - 1))
                .satisfies(refused -> {
                    assertThat(refused.fault()).isEqualTo(PolicyFault.TOO_LONG);
                    assertThat(refused.sentence())
                            .isEqualTo("Maximum policy size of %d bytes exceeded".formatted(size - 1));
                    assertThat(refused.detail())
                            .isEqualTo(("the policy has %d characters, %d of them not blank;"
                                            + " allowed are %d not blank and 131072 in all")
                                    .formatted(json.length(), size, size - 1));
                });
        assertThat(refusal(" ".repeat(131_073)).fault()).isEqualTo(PolicyFault.TOO_LONG);
    }

    @Test
    void saysInAwssSentenceWhichResourceItIs() {
        assertThat(refusal(Policies.document("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"bucket\"}"))
                        .sentence())
                .isEqualTo("Resource bucket must be in ARN format or \"*\".");
    }

    @Test
    void quotesNothingThatATerminalWouldObey() {
        var hostile = "\\u001b[2J\\n\\u202e" + "x".repeat(500);
        var refused = refusal(
                Policies.document("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"%s\"}".formatted(hostile)));
        assertThat(refused.sentence()).startsWith("Resource ?[2J??xxx").hasSizeLessThan(200);
        assertThat(refused.detail())
                .contains("\"?[2J??xxx")
                .doesNotContain("\u001b")
                .hasSizeLessThan(300);
        assertThat(refused.getMessage()).isEqualTo(refused.sentence() + ": " + refused.detail());
    }
}
