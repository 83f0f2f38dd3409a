package fobsmith.iam.service;

import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of the service needs: a rig of its own. */
class RiggedTest {
    static final String ACCOUNT = TestRegistry.ACCOUNT;
    static final String ARN = "arn:aws:iam::" + ACCOUNT + ":mfa/";

    ServiceRig rig;
    Client admin;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ServiceRig(folder);
        admin = rig.admin;
    }

    @AfterEach
    void close() {
        rig.close();
    }
}
