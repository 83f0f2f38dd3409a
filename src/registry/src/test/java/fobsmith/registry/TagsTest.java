package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsTest extends RiggedTest {
    private static final Tag DESK = new Tag("Desk", "Bern 3");

    private static List<Tag> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Tag("key%02d".formatted(i), ""))
                .toList();
    }

    @Test
    void aKeyIsOverwrittenWhateverItsCaseAndTakesTheNewSpelling() {
        var bob = rig.user("bob");
        rig.registry.tags().put(rig.console, bob, List.of(DESK, new Tag("b", "1")));
        rig.registry.tags().put(rig.console, bob, List.of(new Tag("DESK", "Chur")));
        assertThat(rig.registry.tags().of(bob)).containsExactly(new Tag("b", "1"), new Tag("DESK", "Chur"));
        rig.registry.tags().remove(rig.console, bob, List.of("desk", "unknown"));
        assertThat(rig.registry.tags().of(bob)).containsExactly(new Tag("b", "1"));
    }

    @Test
    void fiftyTagsAreTheLimitAndTooManyChangeNothing() {
        var bob = rig.user("bob");
        rig.registry.tags().put(rig.console, bob, many(50));
        rig.registry.tags().put(rig.console, bob, many(3));
        assertThatThrownBy(() -> rig.registry.tags().put(rig.console, bob, List.of(new Tag("key00", "x"), DESK)))
                .isInstanceOf(RegistryRefusal.QuotaExceeded.class);
        assertThat(rig.registry.tags().of(bob)).isEqualTo(many(50));
        assertThat(rig.registry.tags().list(bob, "key47", 9).items())
                .extracting(Tag::key)
                .containsExactly("key48", "key49");
        assertThat(rig.registry.tags().list(bob, "", 49).truncated()).isTrue();
    }

    @Test
    void fobsWearTagsTooAndKeepThemFromHandToHand() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        rig.registry.tags().put(rig.console, fob, List.of(DESK));
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, 0));
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        assertThat(rig.registry.tags().of(rig.registry.tokens().get(fob))).containsExactly(DESK);
        rig.registry.tags().remove(rig.console, fob, List.of("Desk"));
        assertThat(rig.registry.tags().of(rig.registry.tokens().get(fob))).isEmpty();
        assertThatThrownBy(() ->
                        rig.registry.tags().put(rig.console, new SerialNumber.Hardware("GAHT99999999"), List.of(DESK)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    @Test
    void theAuditTrailCountsTagsAndRepeatsNone() {
        rig.registry.tags().put(rig.console, rig.fob("GAHT00000001"), List.of(DESK));
        assertThat(newest())
                .returns("tag-device", AuditRecord::action)
                .returns("GAHT00000001", AuditRecord::subject)
                .satisfies(deed -> assertThat(deed.detail())
                        .contains("\"tagsBefore\":\"0\"", "\"tagsAfter\":\"1\"")
                        .doesNotContain("Desk", "Bern"));
    }

    /** Equal tags have equal fingerprints, in one registry; another makes others, so that nobody can guess. */
    @Test
    void theAuditTrailTellsWhetherTagsAreWhatTheyWere(@TempDir Path elsewhere) {
        var bob = rig.user("bob");
        rig.registry.tags().put(rig.console, bob, List.of(DESK));
        var first = fingerprint(rig, "After");
        rig.registry.tags().put(rig.console, bob, List.of(new Tag("Desk", "Chur")));
        assertThat(fingerprint(rig, "Before")).isEqualTo(first);
        assertThat(fingerprint(rig, "After")).isNotEqualTo(first);
        rig.registry.tags().put(rig.console, bob, List.of(DESK));
        assertThat(fingerprint(rig, "After")).isEqualTo(first);
        try (var other = new TestRegistry(elsewhere)) {
            other.registry.tags().put(other.console, other.administrator, List.of(DESK));
            assertThat(fingerprint(other, "After")).isNotEqualTo(first);
        }
    }

    /** Of tags that something has from the start the trail has the same as of those it is given. */
    @Test
    void theAuditTrailHasTheTagsOfWhatIsCreated() {
        rig.registry.tags().put(rig.console, rig.user("bob"), List.of(DESK));
        var given = fingerprint(rig, "After");
        rig.registry.users().create(rig.console, "carol", "/", List.of(DESK));
        assertThat(newest().action()).isEqualTo("create-user");
        assertThat(newest().detail()).contains("\"tagsAfter\":\"1\"", "\"path\":\"/\"");
        assertThat(fingerprint(rig, "After")).isEqualTo(given);
        var role = new Roles.Draft("Auditor", "/", "{}", null, Duration.ofHours(1), List.of(DESK));
        rig.registry.roles().create(rig.console, role);
        assertThat(newest().action()).isEqualTo("create-role");
        assertThat(fingerprint(rig, "After")).isEqualTo(given);
        try (var seed = rig.registry.identifiers().seed()) {
            var phone = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "phone");
            rig.registry.virtualDevices().create(rig.console, phone, seed, List.of(DESK));
        }
        assertThat(newest().action()).isEqualTo("create-virtual-device");
        assertThat(fingerprint(rig, "After")).isEqualTo(given);
    }

    private static String fingerprint(TestRegistry rig, String when) {
        var detail = rig.registry.audit().newest(1).getFirst().detail();
        var name = "\"fingerprint%s\":\"".formatted(when);
        int start = detail.indexOf(name) + name.length();
        return detail.substring(start, detail.indexOf('"', start));
    }

    @Test
    void theTagsOfADeletedUserAreGone() {
        var bob = rig.registry.users().create(rig.console, "bob", "/", List.of(DESK));
        assertThat(rig.registry.tags().of(bob)).containsExactly(DESK);
        rig.registry.users().delete(rig.console, rig.registry.users().get("bob"));
        assertThat(rig.registry.tags().of(bob)).isEmpty();
    }
}
