package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Refusals say the same of what is there and of what is not, and take as long. Time cannot be measured among other tests;
 * what is allocated on the way to a refusal can, and does not depend on what else the machine does.
 */
class UntoldNamesTest extends RiggedTest {
    private static final Percentage ALIKE = Percentage.withPercentage(4);
    private static final int ROUNDS = 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private Client bob;

    @BeforeEach
    void makeThemAll() {
        bob = rig.client(rig.station.user("bob"));
        rig.station.user("alice");
        admin.iam(
                        "CreateRole",
                        "RoleName",
                        "there",
                        "AssumeRolePolicyDocument",
                        RolesTest.trust("\"arn:aws:iam::123456789012:user/alice\"", ""))
                .ok();
    }

    /** What one refusal costs, once all classes are loaded. */
    private long cost(String service, String members) {
        var version = service.equals("sts") ? "2011-06-15" : "2010-05-08";
        var request = bob.sign(service, Client.form("Version=%s&Action=%s".formatted(version, members)));
        assertThat(rig.send(request).text("Code")).isEqualTo("AccessDenied");
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            rig.endpoint.answer(request);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void roles() {
        var assume = "AssumeRole&RoleSessionName=tuesday&RoleArn=arn:aws:iam::%s:role/".formatted(ACCOUNT);
        long there = cost("sts", assume + "there");
        assertThat(cost("sts", assume + "where")).isCloseTo(there, ALIKE);
        assertThat(cost("sts", assume + "x/there")).isCloseTo(there, ALIKE);
        assertThat(cost("iam", "GetRole&RoleName=where")).isCloseTo(cost("iam", "GetRole&RoleName=there"), ALIKE);
    }

    @Test
    void groups() {
        admin.iam("CreateGroup", "GroupName", "there").ok();
        assertThat(cost("iam", "GetGroup&GroupName=where")).isCloseTo(cost("iam", "GetGroup&GroupName=there"), ALIKE);
    }

    @Test
    void users() {
        assertThat(cost("iam", "GetUser&UserName=nobod")).isCloseTo(cost("iam", "GetUser&UserName=alice"), ALIKE);
    }
}
