package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPoliciesTest extends RiggedTest {
    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.client(rig.station.user("bob"));
    }

    private Reply put(String name, String document) {
        return admin.iam("PutUserPolicy", "UserName", "bob", "PolicyName", name, "PolicyDocument", document);
    }

    private Reply ofBob(String action, String... more) {
        var members = new ArrayList<>(List.of("UserName", "BOB"));
        members.addAll(List.of(more));
        return admin.iam(action, members.toArray(String[]::new));
    }

    @Test
    void takeEffectAtOnceAndEndAtOnce() {
        var reply = put("look", Statements.document(Statements.allow("*", "GetUser")))
                .ok();
        assertThat(reply.structure()).isEqualTo("PutUserPolicyResponse(ResponseMetadata(RequestId))");
        bob.iam("GetUser").ok();
        ofBob("DeleteUserPolicy", "PolicyName", "LOOK").ok();
        assertThat(bob.iam("GetUser").text("Code")).isEqualTo("AccessDenied");
    }

    /** IAM API reference, GetUserPolicy: the document is URL-encoded, compliant with RFC 3986. */
    @Test
    void areReadAsTheyWereWrittenInPercentEncoding() {
        var document = " {\"Statement\" : [%s]}\n".formatted(Statements.allow("arn:aws:iam::*:user/~ü+", "Get*"));
        put("look", document).ok();
        var reply = ofBob("GetUserPolicy", "PolicyName", "Look").ok();
        assertThat(reply.members()).isEqualTo("UserName PolicyName PolicyDocument");
        assertThat(reply.text("PolicyName")).isEqualTo("look");
        assertThat(reply.text("PolicyDocument")).matches("[A-Za-z0-9._~%-]+").contains("%2A", "~", "%20", "%2B");
        assertThat(URLDecoder.decode(reply.text("PolicyDocument"), UTF_8)).isEqualTo(document);
    }

    @Test
    void areListedByNameInPages() {
        for (var name : List.of("b", "C", "a")) {
            put(name, Statements.document(Statements.allow("*", "Get*"))).ok();
        }
        var first = ofBob("ListUserPolicies", "MaxItems", "2").ok();
        assertThat(first.members()).isEqualTo("PolicyNames(member member) IsTruncated Marker");
        assertThat(first.texts("member")).containsExactly("a", "b");
        assertThat(ofBob("ListUserPolicies", "Marker", first.text("Marker"))
                        .ok()
                        .texts("member"))
                .containsExactly("C");
    }

    @Test
    void areUnknownByAnyOtherName() {
        for (var action : List.of("GetUserPolicy", "DeleteUserPolicy")) {
            ofBob(action, "PolicyName", "none")
                    .isRefused(404, "NoSuchEntity", "The user policy with name none cannot be found.");
        }
        admin.iam("ListUserPolicies", "UserName", "nobody")
                .isRefused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | This policy contains invalid Json",
                "{\"Statement\":[]} | Syntax errors in policy.",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"
                        + " | Syntax errors in policy.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\"}} | Policy statement must contain actions.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:*\"}} | Policy statement must contain resources.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"bob\"}}"
                        + " | Resource bob must be in ARN format or \"*\".",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"all\",\"Resource\":\"*\"}}"
                        + " | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}"
                        + " | Policy document should not specify a principal."
            })
    void mustBeWellFormedAndTheAnswerSaysWhatIsNot(String document, String sentence) {
        var reply = put("p", document);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("Code")).isEqualTo("MalformedPolicyDocument");
        assertThat(reply.text("Message")).startsWith(sentence + " (").endsWith(")");
        assertThat(ofBob("ListUserPolicies").ok().texts("member")).isEmpty();
    }

    /** Reading a document is work, and what is wrong with it is for those who may put it. */
    @Test
    void areReadForThoseOnlyWhoMayPutThem() {
        var eve = rig.newUser("eve");
        for (var action : List.of("PutUserPolicy", "PutGroupPolicy", "PutRolePolicy")) {
            var kind = action.substring(3, action.length() - 6);
            var reply = eve.iam(action, kind + "Name", "bob", "PolicyName", "p", "PolicyDocument", "{");
            assertThat(reply.text("Code")).isEqualTo("AccessDenied");
        }
        assertThat(eve.iam("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", "{")
                        .text("Code"))
                .isEqualTo("AccessDenied");
        assertThat(eve.iam("UpdateAssumeRolePolicy", "RoleName", "r", "PolicyDocument", "{")
                        .text("Code"))
                .isEqualTo("AccessDenied");
    }

    @Test
    void haveAQuotaEachAndTogether() {
        var long1 = Statements.document(Statements.allow("arn:aws:iam::*:user/" + "x".repeat(1200), "Get*"));
        put("one", long1).ok();
        put("two", long1).isRefused(409, "LimitExceeded", "Maximum policy size of 2048 bytes exceeded for user bob");
        put("one", Statements.document(Statements.allow("arn:aws:iam::*:user/" + "x".repeat(2000), "Get*")))
                .isRefused(409, "LimitExceeded", "Maximum policy size of 2048 bytes exceeded for user bob");
    }

    @Test
    void keepTheirUser() {
        put("look", Statements.document(Statements.allow("*", "Get*"))).ok();
        ofBob("DeleteAccessKey", "AccessKeyId", bob.keyId()).ok();
        ofBob("DeleteUser").isRefused(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
    }

    @Test
    void areValidatedLikeEveryMember() {
        put("a b", "{}")
                .isInvalid("The specified value for policyName is invalid. It must contain only alphanumeric characters"
                        + " and/or the following: +=,.@_-");
        put("p", "{\u0001}")
                .violates(
                        "policyDocument",
                        "Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
        ofBob("PutUserPolicy")
                .isInvalid(
                        "2 validation errors detected: Value null at 'policyName' failed to satisfy constraint: Member"
                                + " must not be null; Value null at 'policyDocument' failed to satisfy constraint: Member must not"
                                + " be null");
    }
}
