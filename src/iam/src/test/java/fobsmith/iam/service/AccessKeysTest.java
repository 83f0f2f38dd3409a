package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest extends RiggedTest {
    @Test
    void createsAKeyThatWorks() {
        rig.station.user("Bob");
        var reply = admin.iam("CreateAccessKey", "UserName", "bob").ok();
        assertThat(reply.members()).isEqualTo("AccessKey(UserName AccessKeyId Status SecretAccessKey CreateDate)");
        assertThat(reply.text("UserName")).isEqualTo("Bob");
        assertThat(reply.text("AccessKeyId")).matches("AKIA[A-Z2-7]{16}");
        assertThat(reply.text("Status")).isEqualTo("Active");
        assertThat(reply.text("SecretAccessKey")).hasSize(40);
        var bob = admin.withKeyId(reply.text("AccessKeyId")).withSecret(reply.text("SecretAccessKey"));
        assertThat(bob.iam("GetUser").ok().text("UserName")).isEqualTo("Bob");
    }

    @Test
    void createsAKeyForTheCallerWhereNoNameIsGiven() {
        assertThat(admin.iam("CreateAccessKey").ok().text("UserName")).isEqualTo("administrator");
    }

    @Test
    void refusesAThirdKey() {
        admin.iam("CreateAccessKey").ok();
        admin.iam("CreateAccessKey").isRefused(409, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2");
    }

    @Test
    void listsKeysWithoutTheirSecrets() {
        var second = admin.iam("CreateAccessKey").ok().text("AccessKeyId");
        var reply = admin.iam("ListAccessKeys").ok();
        var member = "member(UserName AccessKeyId Status CreateDate)";
        assertThat(reply.members()).isEqualTo("AccessKeyMetadata(%s %s) IsTruncated".formatted(member, member));
        assertThat(reply.texts("AccessKeyId")).containsExactlyInAnyOrder(admin.keyId(), second);
    }

    @Test
    void listsKeysInPages() {
        var second = admin.iam("CreateAccessKey").ok().text("AccessKeyId");
        var page = admin.iam("ListAccessKeys", "MaxItems", "1").ok();
        var rest = admin.iam("ListAccessKeys", "Marker", page.text("Marker")).ok();
        assertThat(page.text("IsTruncated")).isEqualTo("true");
        assertThat(rest.text("IsTruncated")).isEqualTo("false");
        assertThat(List.of(page.text("AccessKeyId"), rest.text("AccessKeyId")))
                .containsExactlyInAnyOrder(admin.keyId(), second)
                .isSorted();
    }

    @Test
    void deletesAKeyAtOnce() {
        var bob = rig.newUser("bob");
        var reply = admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId())
                .ok();
        assertThat(reply.structure()).isEqualTo("DeleteAccessKeyResponse(ResponseMetadata(RequestId))");
        bob.iam("GetUser")
                .isRefused(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Test
    void doesNotKnowKeysThatTheUserDoesNotHave() {
        rig.newUser("bob");
        for (var id : List.of("AKIAIOSFODNN7EXAMPLE", admin.keyId())) {
            admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", id)
                    .isRefused(404, "NoSuchEntity", "The Access Key with id %s cannot be found".formatted(id));
        }
        admin.iam("GetUser").ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIAIOSFODNN7-EXAMPLE", "AKIAIOSFODNN7ÄXAMPLE"})
    void refusesKeyIdsOfOtherCharacters(String id) {
        admin.iam("DeleteAccessKey", "AccessKeyId", id)
                .violates("accessKeyId", "Member must satisfy regular expression pattern: [\\w]+");
    }

    @Test
    void refusesAKeyIdThatIsTooShort() {
        admin.iam("DeleteAccessKey", "AccessKeyId", "AKIA")
                .violates("accessKeyId", "Member must have length greater than or equal to 16");
    }
}
