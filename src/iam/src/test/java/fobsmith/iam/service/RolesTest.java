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

class RolesTest extends RiggedTest {
    private static final String TRUST = trust("\"arn:aws:iam::123456789012:root\"", "");
    private static final String ROLE = "Path RoleName RoleId Arn CreateDate AssumeRolePolicyDocument";

    static String trust(String principal, String rest) {
        return Statements.document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":%s},\"Action\":\"sts:AssumeRole\"%s}"
                .formatted(principal, rest));
    }

    @BeforeEach
    void makeAuditor() {
        create("Auditor", "Path", "/sec/", "Description", "reads, changes nothing")
                .ok();
    }

    private Reply create(String name, String... more) {
        var members = new ArrayList<>(List.of("RoleName", name, "AssumeRolePolicyDocument", TRUST));
        members.addAll(List.of(more));
        return admin.iam("CreateRole", members.toArray(String[]::new));
    }

    private Reply ofAuditor(String action, String... more) {
        var members = new ArrayList<>(List.of("RoleName", "auditor"));
        members.addAll(List.of(more));
        return admin.iam(action, members.toArray(String[]::new));
    }

    @Test
    void areCreatedReadListedChangedAndDeleted() {
        var created = create("Alpha", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v")
                .ok();
        assertThat(created.members()).isEqualTo("Role(" + ROLE + " MaxSessionDuration Tags(member(Key Value)))");
        assertThat(created.text("RoleId")).matches("AROA[A-Z2-7]{17}");
        assertThat(created.text("MaxSessionDuration")).isEqualTo("3600");
        var auditor = ofAuditor("GetRole").ok();
        assertThat(auditor.members()).isEqualTo("Role(" + ROLE + " Description MaxSessionDuration)");
        assertThat(auditor.text("Arn")).isEqualTo("arn:aws:iam::123456789012:role/sec/Auditor");
        assertThat(URLDecoder.decode(auditor.text("AssumeRolePolicyDocument"), UTF_8))
                .isEqualTo(TRUST);
        assertThat(admin.iam("ListRoles").ok().texts("RoleName")).containsExactly("Alpha", "Auditor");
        assertThat(admin.iam("ListRoles", "PathPrefix", "/sec/").ok().texts("RoleName"))
                .containsExactly("Auditor");
        assertThat(ofAuditor("UpdateRole", "MaxSessionDuration", "7200").ok().structure())
                .isEqualTo("UpdateRoleResponse(UpdateRoleResult ResponseMetadata(RequestId))");
        assertThat(ofAuditor("GetRole").ok().text("Description")).isEqualTo("reads, changes nothing");
        assertThat(ofAuditor("GetRole").ok().text("MaxSessionDuration")).isEqualTo("7200");
        ofAuditor("UpdateAssumeRolePolicy", "PolicyDocument", trust("\"*\"", ""))
                .ok();
        assertThat(ofAuditor("GetRole").ok().text("AssumeRolePolicyDocument")).contains("%2A");
        ofAuditor("DeleteRole").ok();
        ofAuditor("GetRole").isRefused(404, "NoSuchEntity", "The role with name auditor cannot be found.");
    }

    @Test
    void haveTagsAndPoliciesLikeUsers() {
        ofAuditor("TagRole", "Tags.member.1.Key", "Team", "Tags.member.1.Value", "red")
                .ok();
        assertThat(ofAuditor("ListRoleTags").ok().text("Value")).isEqualTo("red");
        ofAuditor("UntagRole", "TagKeys.member.1", "team").ok();
        assertThat(ofAuditor("ListRoleTags").ok().texts("Key")).isEmpty();
        var document = Statements.document(Statements.allow("*", "Get*"));
        ofAuditor("PutRolePolicy", "PolicyName", "p", "PolicyDocument", document)
                .ok();
        assertThat(ofAuditor("GetRolePolicy", "PolicyName", "P").ok().members())
                .isEqualTo("RoleName PolicyName PolicyDocument");
        assertThat(ofAuditor("ListRolePolicies").ok().texts("member")).containsExactly("p");
        ofAuditor("DeleteRole").isRefused(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
        ofAuditor("DeleteRolePolicy", "PolicyName", "p").ok();
        ofAuditor("GetRolePolicy", "PolicyName", "p")
                .isRefused(404, "NoSuchEntity", "The role policy with name p cannot be found.");
    }

    @Test
    void areUniqueByNameAndValidated() {
        create("AUDITOR").isRefused(409, "EntityAlreadyExists", "Role with name AUDITOR already exists.");
        create("a b")
                .isInvalid("The specified value for roleName is invalid. It must contain only alphanumeric characters"
                        + " and/or the following: +=,.@_-");
        create("x", "MaxSessionDuration", "43201")
                .violates("maxSessionDuration", "Member must have value less than or equal to 43200");
        create("x", "PermissionsBoundary", "arn:aws:iam::aws:policy/ReadOnlyAccess")
                .isInvalid("PermissionsBoundary is not supported, and would have to be obeyed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | This policy contains invalid Json",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}} | Syntax errors in policy.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"bob\",\"Action\":\"sts:AssumeRole\"}}"
                        + " | Syntax errors in policy.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:user/*\"},"
                        + "\"Action\":\"sts:AssumeRole\"}} | Syntax errors in policy.",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}}"
                        + " | Has prohibited field Resource",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\"}} | Policy statement must contain actions."
            })
    void haveATrustPolicyThatIsWellFormed(String document, String sentence) {
        for (var reply : List.of(
                admin.iam("CreateRole", "RoleName", "x", "AssumeRolePolicyDocument", document),
                ofAuditor("UpdateAssumeRolePolicy", "PolicyDocument", document))) {
            assertThat(reply.text("Code")).isEqualTo("MalformedPolicyDocument");
            assertThat(reply.text("Message")).startsWith(sentence + " (");
        }
    }
}
