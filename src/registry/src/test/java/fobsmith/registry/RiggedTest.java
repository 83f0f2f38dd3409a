package fobsmith.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A registry of its own for each test. */
class RiggedTest {
    TestRegistry rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = TestRegistry.copy(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** What the newest record of the audit trail says. */
    AuditRecord newest() {
        return rig.registry.audit().newest(1).getFirst();
    }
}
