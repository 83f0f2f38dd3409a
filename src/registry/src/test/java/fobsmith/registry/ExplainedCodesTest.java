package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody asks why codes were refused, and what that costs him. */
class ExplainedCodesTest {
    private TestRegistry rig;
    private TypedCodes codes;
    private Actor asBob;
    private SerialNumber fob;
    private CodePair swapped;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new TestRegistry(folder);
        codes = rig.registry.typedCodes();
        asBob = new Actor(rig.user("bob").id(), "127.0.0.1");
        fob = rig.fob("GAHT00000001");
        swapped = new CodePair(rig.display(fob, 1), rig.display(fob, 0));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void check(CodePair pair, CodeOutcome.Reason reason) {
        assertThat(codes.check(rig.console, fob, pair)).isEqualTo(new CodeOutcome.Refused(reason));
    }

    /** Else whoever may check could ask about as many codes as he likes. */
    @Test
    void askingWhyCountsAsAWrongCodeAndIsAudited() {
        for (int asked = 0; asked < 6; asked++) {
            assertThat(codes.explain(rig.console, fob, swapped)).isEqualTo(new Finding.Swapped());
        }
        assertThat(rig.registry.audit().newest(1).getFirst())
                .returns("refuse-code", AuditRecord::action)
                .returns("{\"for\":\"explain\"}", AuditRecord::detail);
        assertThat(codes.explain(rig.console, fob, swapped)).isEqualTo(new Finding.Nothing());
        check(rig.pair(fob, 0), CodeOutcome.Reason.PAUSED);
    }

    @Test
    void codesThatWereJustRefusedAreExplainedForTheWrongCodeTheyWere() {
        for (int wrong = 0; wrong < 6; wrong++) {
            check(swapped, CodeOutcome.Reason.WRONG);
            assertThat(rig.registry.typedCodes().explain(rig.console, fob, swapped))
                    .isEqualTo(new Finding.Swapped());
        }
        assertThat(rig.registry.audit().newest(1).getFirst().detail()).isEqualTo("{\"for\":\"explain\"}");
        check(rig.pair(fob, 0), CodeOutcome.Reason.PAUSED);
    }

    @Test
    void refusedCodesAreExplainedWithoutBeingCountedOnceOnlyAndToWhoTypedThem() {
        var others = new CodePair(rig.display(fob, 3), rig.display(fob, 2));
        for (int wrong = 0; wrong < 2; wrong++) {
            codes.check(rig.console, fob, swapped);
            codes.explain(asBob, fob, swapped);
            codes.explain(rig.console, fob, others);
            codes.explain(rig.console, fob, swapped);
            codes.explain(rig.console, fob, swapped);
        }
        assertThat(codes.explain(asBob, fob, swapped)).isEqualTo(new Finding.Swapped());
        check(rig.pair(fob, 0), CodeOutcome.Reason.PAUSED);
    }
}
