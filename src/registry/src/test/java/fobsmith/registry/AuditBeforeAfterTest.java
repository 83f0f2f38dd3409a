package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whoever changes something leaves in the audit trail how it stood before and how it stands now. */
class AuditBeforeAfterTest extends RiggedTest {
    private static final String OPEN = "{\"Version\":\"2012-10-17\"}";
    private static final String NARROW = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    /** By sha256sum. */
    private static final String OPEN_SHA_256 = "52279714d77bcfad953e90e091f01cf2b8df980cb4c43eea600ce15103933a2c";

    private static final String NARROW_SHA_256 = "8f907b489532ad56fb7c52f3acc89b27680ed51296bf03984ce78d2b7b96076a";

    private Map<String, String> detail(String action) {
        assertThat(newest())
                .returns(action, AuditRecord::action)
                .returns(rig.console.id(), AuditRecord::actor)
                .returns("testhost", AuditRecord::host);
        return JsonMapper.shared().readValue(newest().detail(), new TypeReference<>() {});
    }

    @Test
    void policiesByDigestAndLength() {
        var bob = rig.user("bob");
        var policies = rig.registry.inlinePolicies();
        policies.put(rig.console, bob, new InlinePolicy("own", OPEN));
        policies.put(rig.console, bob, new InlinePolicy("OWN", NARROW));
        assertThat(detail("put-policy"))
                .isEqualTo(Map.of(
                        "documentSha256Before",
                        OPEN_SHA_256,
                        "documentBytesBefore",
                        "24",
                        "documentSha256After",
                        NARROW_SHA_256,
                        "documentBytesAfter",
                        "39"));
        policies.delete(rig.console, bob, "own");
        assertThat(detail("delete-policy"))
                .isEqualTo(Map.of("documentSha256Before", NARROW_SHA_256, "documentBytesBefore", "39"));
    }

    @Test
    void roles() {
        var roles = rig.registry.roles();
        var role = roles.create(
                rig.console, new Roles.Draft("desk", "/sec/", OPEN, "robert's", Duration.ofHours(1), List.of()));
        assertThat(detail("create-role"))
                .hasSize(6)
                .containsEntry("pathAfter", "/sec/")
                .containsEntry("longestSessionSecondsAfter", "3600")
                .containsEntry("trustPolicySha256After", OPEN_SHA_256)
                .containsEntry("trustPolicyBytesAfter", "24")
                .containsEntry("descriptionBytesAfter", "8");
        roles.updateTrust(rig.console, role, NARROW);
        assertThat(detail("update-role"))
                .hasSize(4)
                .containsEntry("trustPolicySha256Before", OPEN_SHA_256)
                .containsEntry("trustPolicySha256After", NARROW_SHA_256);
        roles.update(rig.console, role, "bob's", Duration.ofHours(2));
        assertThat(detail("update-role"))
                .containsEntry("longestSessionSecondsBefore", "3600")
                .containsEntry("longestSessionSecondsAfter", "7200")
                .containsEntry("descriptionBytesBefore", "8")
                .containsEntry("descriptionBytesAfter", "5");
        roles.delete(rig.console, role);
        assertThat(detail("delete-role")).containsEntry("trustPolicySha256Before", NARROW_SHA_256);
    }

    @Test
    void groups() {
        var groups = rig.registry.groups();
        var group = groups.create(rig.console, "desk", "/");
        assertThat(detail("create-group")).isEqualTo(Map.of("nameAfter", "desk", "pathAfter", "/"));
        groups.update(rig.console, group, "front", "/bern/");
        groups.delete(rig.console, groups.get("front"));
        assertThat(detail("delete-group")).isEqualTo(Map.of("nameBefore", "front", "pathBefore", "/bern/"));
    }

    @Test
    void accessKeys() {
        var bob = rig.user("bob");
        var keys = rig.registry.accessKeys();
        var id = keys.create(rig.console, bob, new byte[40]).id();
        keys.setActive(rig.console, bob, id, false);
        assertThat(detail("update-access-key"))
                .isEqualTo(Map.of("accessKeyId", id, "before", "active", "after", "inactive"));
        keys.delete(rig.console, bob, id);
        assertThat(detail("delete-access-key")).isEqualTo(Map.of("accessKeyId", id, "before", "inactive"));
    }

    @Test
    void users() {
        var users = rig.registry.users();
        var bob = users.update(rig.console, rig.user("bob"), "robert", "/");
        assertThat(detail("update-user")).isEqualTo(Map.of("before", "/", "after", "/", "renamed", "true"));
        rig.clock.turn(Duration.ofHours(1));
        users.revokeSessions(rig.console, bob);
        assertThat(detail("revoke-sessions"))
                .containsEntry("validFromBefore", bob.sessionsValidFrom().toString())
                .containsEntry(
                        "validFromAfter", rig.clock.instant().plusMillis(1).toString());
        users.delete(rig.console, bob);
        assertThat(detail("delete-user")).isEqualTo(Map.of("before", "/"));
    }

    @Test
    void theAlias() {
        var account = rig.registry.account();
        account.createAlias(rig.console, "acme");
        assertThat(detail("create-account-alias")).isEqualTo(Map.of("after", "acme"));
        account.createAlias(rig.console, "acme-bern");
        assertThat(detail("create-account-alias")).isEqualTo(Map.of("before", "acme", "after", "acme-bern"));
        account.deleteAlias(rig.console, "acme-bern");
        assertThat(detail("delete-account-alias")).isEqualTo(Map.of("before", "acme-bern"));
    }

    @Test
    void reservations() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        try (var imported = rig.registry.stock().begin(rig.console, "test")) {
            imported.finish(List.of(new Reservation(fob, bob)));
        }
        assertThat(detail("reserve")).isEqualTo(Map.of("user", bob.id(), "before", "imported", "after", "reserved"));
    }

    @Test
    void whatWasReservedForAUserWhoIsDeleted() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        var other = rig.fob("GAHT00000002");
        for (var serial : List.of(fob, other)) {
            rig.registry.shelf().reserve(rig.console, new Reservation(serial, bob));
        }
        rig.registry.users().delete(rig.console, bob);
        var detail = "{\"after\":\"imported\",\"before\":\"reserved\",\"user\":\"%s\"}".formatted(bob.id());
        assertThat(rig.registry.audit().newest(3))
                .extracting(AuditRecord::action, AuditRecord::subject)
                .containsExactly(
                        tuple("delete-user", bob.id()),
                        tuple("release", "GAHT00000002"),
                        tuple("release", "GAHT00000001"));
        assertThat(rig.registry.audit().newest(3).get(1).detail()).isEqualTo(detail);
        assertThat(rig.registry.tokens().get(fob)).returns(TokenState.IMPORTED, Token::state);
    }
}
