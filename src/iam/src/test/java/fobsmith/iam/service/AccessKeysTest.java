package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest extends RiggedTest {
    private static final String UNKNOWN_KEY = "The security token included in the request is invalid.";

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
        assertThat(bob.sts("GetCallerIdentity").ok().text("Arn")).endsWith("user/Bob");
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
        bob.iam("GetUser").isRefused(403, "InvalidClientTokenId", UNKNOWN_KEY);
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

    @Test
    void switchesAKeyOffAndOnAgain() {
        var bob = rig.newUser("bob");
        var session = bob.session();
        setStatus(bob, "Inactive").ok();
        bob.sts("GetCallerIdentity").isRefused(403, "InvalidClientTokenId", UNKNOWN_KEY);
        session.sts("GetCallerIdentity")
                .isRefused(403, "InvalidClientTokenId", "The security token included in the request is invalid");
        assertThat(admin.iam("ListAccessKeys", "UserName", "bob").ok().text("Status"))
                .isEqualTo("Inactive");
        setStatus(bob, "Active").ok();
        bob.sts("GetCallerIdentity").ok();
    }

    private Reply setStatus(Client bob, String status) {
        return admin.iam("UpdateAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId(), "Status", status);
    }

    @Test
    void knowsTwoStatesOfAKey() {
        var bob = rig.newUser("bob");
        setStatus(bob, "Gone").violates("status", "Member must satisfy enum value set");
        admin.iam("UpdateAccessKey", "AccessKeyId", admin.keyId())
                .isInvalid(
                        "1 validation error detected: Value null at 'status' failed to satisfy constraint: Member must"
                                + " not be null");
        admin.iam("UpdateAccessKey", "AccessKeyId", bob.keyId(), "Status", "Inactive")
                .isRefused(404, "NoSuchEntity", "The Access Key with id %s cannot be found".formatted(bob.keyId()));
    }

    @Test
    void saysWhenWhereAndForWhatAKeyWasUsed() {
        var bob = rig.newUser("bob");
        var before = lastUsed(bob);
        assertThat(before.members()).isEqualTo("UserName AccessKeyLastUsed(ServiceName Region)");
        assertThat(before.text("Region")).isEqualTo("N/A");
        bob.sts("GetCallerIdentity").ok();
        var after = lastUsed(bob);
        assertThat(after.members()).isEqualTo("UserName AccessKeyLastUsed(LastUsedDate ServiceName Region)");
        assertThat(after.text("UserName")).isEqualTo("bob");
        assertThat(after.text("LastUsedDate")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(after.text("ServiceName")).isEqualTo("sts");
        assertThat(after.text("Region")).isEqualTo("eu-central-1");
    }

    private Reply lastUsed(Client client) {
        return admin.iam("GetAccessKeyLastUsed", "AccessKeyId", client.keyId()).ok();
    }

    /** Every change is refused then, but the memory of a use is not worth refusing a request for. */
    @Test
    void worksThoughItsUseCannotBeRememberedAsTheClockWentBack() {
        var bob = rig.newUser("bob");
        rig.station.clock.turn(Duration.ofMinutes(-1));
        bob.sts("GetCallerIdentity").ok();
        assertThat(lastUsed(bob).text("ServiceName")).isEqualTo("N/A");
    }
}
