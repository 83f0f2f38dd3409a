package fobsmith.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.ConsoleRig;
import fobsmith.registry.Tag;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class PersonModelTest {
    private ConsoleRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void readsATagUpToTheFirstEqualsSign() {
        var model = new PersonModel(rig.console);
        model.tag(rig.fob, "where = a=b ");
        model.tag(rig.fob, "spare");
        assertThat(rig.registry
                        .registry
                        .tags()
                        .of(rig.registry.registry.tokens().get(rig.fob)))
                .containsExactlyInAnyOrder(new Tag("where", "a=b"), new Tag("spare", ""));
    }
}
