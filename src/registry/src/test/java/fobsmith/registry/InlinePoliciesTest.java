package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InlinePoliciesTest extends RiggedTest {
    private User bob;

    @BeforeEach
    void makeBob() {
        bob = rig.user("bob");
    }

    private void put(String name, String document) {
        rig.registry.inlinePolicies().put(rig.console, bob, new InlinePolicy(name, document));
    }

    @Test
    void areReplacedByNameWithoutRegardToCase() {
        put("Reading", "{ }");
        put("b", "{}");
        put("READING", "{1}");
        assertThat(rig.registry.inlinePolicies().all(bob))
                .containsExactly(new InlinePolicy("b", "{}"), new InlinePolicy("READING", "{1}"));
        assertThat(rig.registry.inlinePolicies().get(bob, "reading").document()).isEqualTo("{1}");
        assertThat(rig.registry.inlinePolicies().list(bob, "b", 1).items()).hasSize(1);
        rig.registry.inlinePolicies().delete(rig.console, bob, "reading");
        assertThatThrownBy(() -> rig.registry.inlinePolicies().get(bob, "reading"))
                .isInstanceOf(RegistryRefusal.UnknownPolicy.class);
        assertThatThrownBy(() -> rig.registry.inlinePolicies().delete(rig.console, bob, "reading"))
                .isInstanceOf(RegistryRefusal.UnknownPolicy.class);
    }

    /** IAM quotas: 2,048 characters for all inline policies of a user, white space not counted. */
    @Test
    void shareAQuotaInWhichBlanksAreFree() {
        put("a", "x".repeat(2000));
        put("b", " \t\r\n".repeat(100) + "y".repeat(48));
        assertThatThrownBy(() -> put("c", "z")).isInstanceOf(RegistryRefusal.PoliciesTooLong.class);
        assertThat(rig.registry.inlinePolicies().find(bob, "c")).isEmpty();
        put("b", "");
        put("c", "z");
    }

    @Test
    void makeAnAdministratorOfWhoeverIsCreatedAsOne() {
        assertThat(rig.registry.inlinePolicies().all(rig.administrator))
                .extracting(InlinePolicy::document)
                .containsExactly(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
    }

    @Test
    void keepTheirUserFromBeingDeleted() {
        put("a", "{}");
        assertThatThrownBy(() -> rig.registry
                        .users()
                        .delete(rig.console, rig.registry.users().get("bob")))
                .hasMessage("a policy is still there");
        rig.registry.inlinePolicies().delete(rig.console, bob, "a");
        rig.registry.users().delete(rig.console, rig.registry.users().get("bob"));
    }

    /** The hash by sha256sum of "{}". */
    @Test
    void leaveTheHashOfTheirTextInTheAuditTrail() {
        put("bob's own", "{}");
        var hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assertThat(newest())
                .returns("put-policy", AuditRecord::action)
                .returns(bob.id(), AuditRecord::subject)
                .returns(
                        "{\"documentBytesAfter\":\"2\",\"documentSha256After\":\"%s\"}".formatted(hash),
                        AuditRecord::detail);
    }
}
