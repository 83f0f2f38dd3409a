package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dfobsmith.stock=100000} for the size the desk is made for; prints how long things take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryTest {
    private static final int STOCK = Integer.getInteger("fobsmith.stock", 2000);
    private static final TokenFilter F2 = TokenFilter.ALL.of("ACME", "F2");

    private TestRegistry rig;
    private Inventory inventory;
    private User alice;

    @BeforeAll
    void stock(@TempDir Path folder) throws SQLException {
        rig = TestRegistry.copy(folder);
        inventory = rig.registry.inventory();
        alice = rig.user("alice");
        rig.fob("FOB-000000000");
        fill();
        rig.registry.shelf().reserve(rig.console, new Reservation(new SerialNumber.Hardware("FOB-000000005"), alice));
    }

    /** Copies of one row: every third is of another model, every tenth returned. */
    private void fill() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, otp, algorithm, digits, step_seconds,
                        state, sealed_seed, key_version, seed_version, next_step, drift_ms, suspect, failures, pause_until,
                        created_at)
                    SELECT 'id' || i, printf('FOB-%%09d', i), printf('FOB-%%09d', i), kind, manufacturer,
                        CASE WHEN i %% 3 = 0 THEN 'F2' ELSE model END, otp, algorithm, digits, step_seconds,
                        CASE WHEN i %% 10 = 0 THEN 'returned' ELSE state END, sealed_seed, key_version, seed_version,
                        next_step, drift_ms, suspect, failures, pause_until, created_at
                    FROM token, n WHERE serial_key = 'FOB-000000000'""".formatted(STOCK - 1));
        }
    }

    @AfterAll
    void close() {
        rig.close();
    }

    @Test
    void goesThroughEverythingPageByPage() {
        var seen = new ArrayList<String>();
        var page = inventory.page(F2, "", 100);
        seen.addAll(serials(page));
        while (page.truncated()) {
            page = inventory.page(F2, seen.getLast(), 100);
            seen.addAll(serials(page));
        }
        assertThat(seen).hasSize((STOCK - 1) / 3).isSorted().doesNotHaveDuplicates();
        assertThat(inventory.count(F2)).isEqualTo(seen.size());
    }

    @Test
    void everyMarkIsTheEndOfAPage() {
        var marks = inventory.marks(F2, 100);
        assertThat(marks).hasSize((STOCK - 1) / 3 / 100);
        assertThat(serials(inventory.page(F2, "", 100)).getLast()).isEqualTo(marks.getFirst());
        assertThat(serials(inventory.page(F2, marks.getFirst(), 100)).getLast()).isEqualTo(marks.get(1));
        assertThat(inventory.marks(F2.beginningWith("FOB-00000001"), 2)).containsExactly("FOB-000000015");
    }

    private static List<String> serials(Page<Token> page) {
        return page.items().stream().map(token -> token.serial().value()).toList();
    }

    @Test
    void filtersByStateOwnerAndBeginning() {
        assertThat(inventory.countByState(TokenFilter.ALL).get(TokenState.RETURNED))
                .isEqualTo((STOCK - 1) / 10);
        assertThat(serials(inventory.page(TokenFilter.ALL.ownedBy(alice), "", 10)))
                .containsExactly("FOB-000000005");
        assertThat(serials(inventory.page(F2.beginningWith("fob-00000001"), "", 10)))
                .containsExactly("FOB-000000012", "FOB-000000015", "FOB-000000018");
        assertThat(serials(inventory.page(F2.inState(TokenState.RETURNED), "", 2)))
                .containsExactly("FOB-000000030", "FOB-000000060");
        assertThat(inventory.products()).extracting(Inventory.Product::model).containsExactly("F1", "F2");
    }

    @Test
    void knowsOfNoVirtualDevices() {
        var arn = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "phone");
        try (var seed = rig.registry.identifiers().seed()) {
            rig.registry.virtualDevices().create(rig.console, arn, seed, List.of());
        }
        assertThat(inventory.count(TokenFilter.ALL)).isEqualTo(STOCK);
    }

    static List<TokenFilter> filters() {
        return List.of(
                TokenFilter.ALL,
                F2,
                TokenFilter.ALL.inState(TokenState.RETURNED),
                F2.inState(TokenState.RETURNED),
                TokenFilter.ALL.beginningWith("FOB-0000"),
                F2.beginningWith("FOB-0000"));
    }

    /** By an index, and in its order: nothing is sorted, so that the last page is as quick as the first. */
    @ParameterizedTest
    @MethodSource("filters")
    void isFoundByAnIndex(TokenFilter filter) {
        var last = "FOB-%09d".formatted(STOCK - 200);
        assertThat(inventory.plan(filter, last))
                .allMatch(step -> step.startsWith("SEARCH token USING"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
        System.out.printf(
                "%d tokens, %s: first page %d ms, late page %d ms, count %d ms, marks %d ms%n",
                STOCK,
                filter,
                millis(() -> inventory.page(filter, "", 100)),
                millis(() -> inventory.page(filter, last, 100)),
                millis(() -> inventory.count(filter)),
                millis(() -> inventory.marks(filter, 100)));
    }

    private static long millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
