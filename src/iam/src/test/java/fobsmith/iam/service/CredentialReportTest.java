package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.TestSigner;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialReportTest extends RiggedTest {
    private static final String NOW = "2026-11-23T12:00:00+00:00";

    private List<String> report() {
        assertThat(admin.iam("GenerateCredentialReport").ok().text("State")).isEqualTo("COMPLETE");
        var reply = admin.iam("GetCredentialReport").ok();
        assertThat(reply.members()).isEqualTo("Content ReportFormat GeneratedTime");
        assertThat(reply.text("ReportFormat")).isEqualTo("text/csv");
        assertThat(reply.text("GeneratedTime")).startsWith("2026-11-23T12:00:");
        return new String(Base64.getDecoder().decode(reply.text("Content")), UTF_8)
                .lines()
                .toList();
    }

    /** The columns, and what root's and users' lines look like, are the User Guide's. */
    @Test
    void hasALineForRootAndForEveryUser() {
        rig.newUser("bob").sts("GetCallerIdentity").ok();
        rig.station.user("a,b");
        rig.enableForRoot("GAHT00000001");
        var lines = report();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst())
                .startsWith("user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                        + "password_next_rotation,mfa_active,access_key_1_active,")
                .endsWith(",cert_2_active,cert_2_last_rotated");
        assertThat(lines.get(1))
                .isEqualTo("<root_account>,arn:aws:iam::123456789012:root," + NOW + ",not_supported,no_information,"
                        + "not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,"
                        + "false,N/A");
        assertThat(lines.get(2)).startsWith("\"a,b\",\"arn:aws:iam::123456789012:user/a,b\",");
        assertThat(lines.getLast())
                .isEqualTo("bob,arn:aws:iam::123456789012:user/bob," + NOW + ",false,N/A,N/A,N/A,false,true," + NOW
                        + "," + NOW + ",eu-central-1,sts,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A");
    }

    /** Whoever signs may write what he likes there, and the report is opened by somebody who may do more. */
    @Test
    void repeatsNoRegionThatIsNone() {
        for (var region : List.of("=HYPERLINK(\"http:x\")", "a b", "r".repeat(65), "\u0660")) {
            assertThat(usedFrom(region)).contains(",N/A,sts,false,");
        }
        var longest = "R-0".repeat(21) + "z";
        assertThat(usedFrom(longest)).contains("," + longest + ",sts,false,");
    }

    /** The report's line about somebody who signs for a region. */
    private String usedFrom(String region) {
        var name = "user-%02d".formatted(report().size());
        var client = rig.newUser(name);
        var request = Client.form("Action=GetCallerIdentity&Version=2011-06-15");
        var signer = new TestSigner(client.keyId(), client.secret(), region, "sts");
        rig.send(signer.sign(request, rig.station.clock.instant())).ok();
        return report().stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhoHasADevice() {
        rig.newUser("bob");
        rig.enabledFob("GAHT00000001", "bob");
        assertThat(report().getLast()).contains(",N/A,N/A,N/A,true,true,");
    }
}
