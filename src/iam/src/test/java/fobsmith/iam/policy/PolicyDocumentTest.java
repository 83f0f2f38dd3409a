package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fobsmith.registry.InlinePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a policy; what is none stands in MalformedPolicyTest. */
class PolicyDocumentTest {
    @Test
    void readsEveryElement() {
        var policy = Policies.parse("""
                {"Version":"2012-10-17","Id":"a b/c","Statement":[
                  {"Sid":"One","Effect":"Allow","Action":["iam:Get*","IAM:list?sers"],"Resource":["*","arn:aws:iam::*"]},
                  {"Effect":"Deny","NotAction":"*","NotResource":"arn:aws:iam::1:user/${aws:username}",
                   "Condition":{"Bool":{"aws:MultiFactorAuthPresent":false},"NumericLessThan":{"a:b":[1,"2.5"]}}}]}""");
        assertThat(policy.version()).isEqualTo(LanguageVersion.V2012_10_17);
        assertThat(policy.id()).isEqualTo("a b/c");
        assertThat(policy.statements()).extracting(Statement::sid).containsExactly("One", "");
        assertThat(policy.statements()).extracting(Statement::number).containsExactly(1, 2);
        assertThat(policy.statements()).extracting(Statement::effect).containsExactly(Effect.ALLOW, Effect.DENY);
    }

    @Test
    void isOfTheOldLanguageUnlessItSaysOtherwise() {
        var statement = "\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        assertThat(Policies.parse("{" + statement).version()).isEqualTo(LanguageVersion.V2008_10_17);
        assertThat(Policies.parse("{" + statement).id()).isEmpty();
        assertThat(Policies.parse("{\"Version\":\"2008-10-17\"," + statement).version())
                .isEqualTo(LanguageVersion.V2008_10_17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'iam:*','Resource':'*'}",
                "{'Resource':'*','Action':['iam:*'],'Effect':'Deny','Sid':''}",
                "{'Effect':'Allow','Action':'iam:*','Resource':['*'],'Condition':{}}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'arn:*'}",
                "{'Effect':'Allow','Action':'s3-outposts:Get*','Resource':'arn:aws:s3:::bucket'}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringLike':{'aws:RequestTag/a:b/c':''}}}"
            })
    void takesAStringForAListAndElementsInAnyOrder(String statement) {
        var json = statement.replace('\'', '"');
        assertThatCode(() -> Policies.parse(Policies.document(json))).doesNotThrowAnyException();
        assertThatCode(() -> Policies.parse("{\"Statement\":%s}".formatted(json)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "iam:GetUser, iam:GetUser, true",
        "IAM:getuser, iam:GetUser, true",
        "iam:GetUser, IAM:GETUSER, true",
        "iam:Get*, iam:GetUser, true",
        "iam:Get*, iam:ListUsers, false",
        "iam:*MFA*, iam:EnableMFADevice, true",
        "iam:?etUser, iam:GetUser, true",
        "iam:?GetUser, iam:GetUser, false",
        "sts:*, iam:GetUser, false",
        "*, iam:GetUser, true"
    })
    void matchesActionsWhateverTheirCase(String pattern, String action, boolean expected) {
        var asked = Policies.request(action, "*");
        var allow = "{\"Effect\":\"Allow\",\"%s\":\"%s\",\"Resource\":\"*\"}";
        assertThat(Policies.decide(Policies.document(allow.formatted("Action", pattern)), asked)
                        .isAllowed())
                .isEqualTo(expected);
        assertThat(Policies.decide(Policies.document(allow.formatted("NotAction", pattern)), asked)
                        .isAllowed())
                .isEqualTo(!expected);
    }

    @ParameterizedTest
    @CsvSource({"bob, false", "alice, false", "carol, true"})
    void coversWithNotResourceWhatItDoesNotName(String name, boolean expected) {
        var json = Policies.document("{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":[%s,%s]}"
                .formatted(Policies.quoted(Policies.USER + "bob"), Policies.quoted(Policies.USER + "ali*")));
        assertThat(Policies.decide(json, Policies.request("iam:GetUser", Policies.USER + name))
                        .isAllowed())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'a b', 2", "' \t\r\n', 0", "'\u00a0\u0001', 2"})
    void isAsLongAsItsCharactersThatAreNotBlank(String text, int size) {
        assertThat(InlinePolicy.sizeOf(text)).isEqualTo(size);
    }
}
