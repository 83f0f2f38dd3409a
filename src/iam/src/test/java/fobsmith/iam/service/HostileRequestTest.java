package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fobsmith.iam.wire.WireRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made to cost much. Each is so long that anything worse than reading it once would take minutes. */
class HostileRequestTest extends RiggedTest {
    private static final int LONG = 100_000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private Reply send(WireRequest request) {
        return assertTimeoutPreemptively(AT_MOST, () -> rig.send(request));
    }

    private static WireRequest get(String query) {
        return new WireRequest("GET", "/", query, Map.of("host", List.of("localhost")), new byte[0], "127.0.0.1");
    }

    @Test
    void aLongHeaderNamedAgainAndAgainIsNotHashedAgainAndAgain() {
        var form = Client.withHeader(Client.form("Action=GetUser&Version=2010-05-08"), "x", "x".repeat(LONG));
        var headers = new HashMap<>(admin.sign("iam", form).headers());
        headers.computeIfPresent(
                "authorization",
                (name, values) ->
                        List.of(values.getFirst().replace("SignedHeaders=", "SignedHeaders=" + "x;".repeat(LONG))));
        var reply = send(new WireRequest("POST", "/", "", headers, form.body(), "127.0.0.1"));
        assertThat(reply.text("Code")).isEqualTo("SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=,", ",", "Credential=/", ";", "%"})
    void aLongAuthorizationIsReadOnce(String unit) {
        var request = Client.withHeader(
                Client.form("Action=GetUser&Version=2010-05-08"),
                "authorization",
                "AWS4-HMAC-SHA256 " + unit.repeat(LONG));
        assertThat(send(Client.withHeader(request, "x-amz-date", "20261123T120000Z"))
                        .text("Code"))
                .isEqualTo("IncompleteSignature");
    }

    @Test
    void aLongDateIsReadOnce() {
        var signed = admin.sign("iam", Client.form("Action=GetUser&Version=2010-05-08"));
        for (var date : List.of("2".repeat(LONG), "Mon, ".repeat(LONG / 5))) {
            assertThat(send(Client.withHeader(signed, "x-amz-date", date)).text("Message"))
                    .startsWith("Date must be in ISO-8601 'basic format'. Got '");
        }
    }

    @Test
    void tenThousandParametersAreEnoughForAnybody() {
        var members = "Action=GetUser&Version=2010-05-08" + "&a=b".repeat(9_998);
        rig.send(admin.sign("iam", Client.form(members + "&&&"))).ok();
        for (var request :
                List.of(Client.form(members + "&c=d"), Client.form("a&".repeat(LONG)), get("a&".repeat(LONG)))) {
            send(request).isInvalid("The request is not well-formed: it has more than 10000 parameters.");
        }
    }

    @Test
    void aRequestIsRefusedForWhatItAsksBeforeItIsAskedWhoSentIt() {
        assertThat(send(Client.form("Action=Nonsense&Version=2010-05-08")).text("Code"))
                .isEqualTo("InvalidAction");
        assertThat(send(Client.form("Action=GetUser")).text("Message")).endsWith("for version NO_VERSION_SPECIFIED");
        assertThat(send(Client.form("Action=GetUser&Version=2010-05-08")).text("Code"))
                .isEqualTo("MissingAuthenticationToken");
    }
}
