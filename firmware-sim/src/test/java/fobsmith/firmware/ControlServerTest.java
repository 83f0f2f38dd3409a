package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.fob.FobDescription;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The control API as it is on the wire. */
@ExtendWith(SimulatedTokens.class)
class ControlServerTest {
    private static final String FOB = "/tokens/GAHT00000001";
    private static final String SEED = "CEIRCEIRCEIRCEIRCEIRCEIRCEIRCEIR";

    private RawCalls calls;

    @BeforeEach
    void connect(RunningSimulator running) {
        calls = RawCalls.authorised(running);
        running.simulator().add(FobDescription.of("GAHT00000001"), new byte[20]);
        running.simulator().add(FobDescription.of("GAHT00000002").withButton(Duration.ofSeconds(15)), new byte[20]);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void listsTheStatesOfAllTokens() throws Exception {
        var states = ok(calls.send("GET", "/tokens", ""));
        assertThat(states.valueStream().map(state -> state.path("serial").stringValue()))
                .containsExactly("GAHT00000001", "GAHT00000002");
    }

    @Test
    void describesATokenButNotItsSeed() throws Exception {
        assertThat(ok(calls.send("GET", FOB, ""))).isEqualTo(json("""
                {"serial":"GAHT00000001","model":"display-only fob",
                 "profile":{"algorithm":"SHA1","digits":6,"step":30},
                 "time":"2026-11-23T12:00:00Z","errorMillis":0,
                 "drift":{"initialPpm":0.0,"ageingPpmPerYear":0.0,"meanCelsius":25.0,"seasonalCelsius":0.0,
                          "productionOffsetSeconds":0.0,"shelfDays":0.0},
                 "faults":[]}"""));
    }

    @Test
    void showsTheDisplay(HandTurnedClock clock) throws Exception {
        clock.turn(Duration.ofSeconds(12));
        var display = ok(calls.send("GET", FOB + "/display", ""));
        assertThat(display.path("display").stringValue()).matches("[0-9]{6}");
        assertThat(display.path("secondsLeft").intValue()).isEqualTo(18);
        assertThat(ok(calls.send("GET", "/tokens/GAHT00000002/display", "")))
                .isEqualTo(json("{\"serial\":\"GAHT00000002\",\"display\":\"\",\"secondsLeft\":0}"));
    }

    @Test
    void addsAndRemovesATokenAtRunTime(Simulator simulator) throws Exception {
        var token = "{'serial':'GAHT00000003','seed':'%s','digits':8,'drift':{'ppm':3}}".formatted(SEED);
        var added = calls.send("POST", "/tokens", token);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added.body()).path("profile").path("digits").intValue()).isEqualTo(8);
        assertThat(simulator.get("GAHT00000003").display().display()).hasSize(8);
        assertRefused(calls.send("POST", "/tokens", token), 409, "token GAHT00000003 is there already");
        assertThat(calls.send("DELETE", "/tokens/GAHT00000003", "").statusCode())
                .isEqualTo(204);
        assertThat(simulator.find("GAHT00000003")).isEmpty();
    }

    @Test
    void pressesTheButtonOfATokenThatHasOne() throws Exception {
        var display = ok(calls.send("POST", "/tokens/GAHT00000002/press", ""));
        assertThat(display.path("display").stringValue()).matches("[0-9]{6}");
        assertRefused(calls.send("POST", FOB + "/press", ""), 409, "token GAHT00000001 has no button");
    }

    @Test
    void setsAndShiftsTheTime() throws Exception {
        var set = ok(calls.send("PUT", FOB + "/time", "{'time':'2027-01-01T00:00:00Z'}"));
        assertThat(set.path("time").stringValue()).isEqualTo("2027-01-01T00:00:00Z");
        var shifted = ok(calls.send("PUT", FOB + "/time", "{'shiftSeconds':-30.5}"));
        assertThat(shifted.path("time").stringValue()).isEqualTo("2026-12-31T23:59:29.500Z");
    }

    @Test
    void setsTheDriftByRateOrByModel(HandTurnedClock clock) throws Exception {
        ok(calls.send("PUT", FOB + "/drift", "{'ppm':10}"));
        clock.turn(Duration.ofSeconds(1_000_000));
        assertThat(errorMillis()).isEqualTo(10_000);
        ok(calls.send("PUT", FOB + "/drift", "{'initialPpm':1,'meanCelsius':5}"));
        clock.turn(Duration.ofSeconds(1_000_000));
        assertThat(errorMillis()).isEqualTo(10_000 + 1000 - 13_600);
    }

    private long errorMillis() throws IOException, InterruptedException {
        return ok(calls.send("GET", FOB, "")).path("errorMillis").longValue();
    }

    @Test
    void switchesFaultsOnAndOff() throws Exception {
        var broken = ok(calls.send("POST", FOB + "/faults", "{'fault':'DEAD_BATTERY'}"));
        assertThat(broken.path("faults").toString()).isEqualTo("[\"DEAD_BATTERY\"]");
        assertThat(ok(calls.send("GET", FOB + "/display", "")).path("display").stringValue())
                .isEmpty();
        var mended = ok(calls.send("DELETE", FOB + "/faults/DEAD_BATTERY", ""));
        assertThat(mended.path("faults").isEmpty()).isTrue();
    }

    @Test
    void switchesFaultsOfALinkOnAndOff() throws Exception {
        assertThat(calls.send("POST", "/tokens", "{'model':'flipper-zero','serial':'5A11CE0027E18000'}")
                        .statusCode())
                .isEqualTo(201);
        var faults = "/tokens/5A11CE0027E18000/faults";
        ok(calls.send("POST", faults, "{'fault':'STOPPED_CLOCK'}"));
        ok(calls.send("POST", faults, "{'fault':'GARBAGE','times':3}"));
        assertThat(ok(calls.send("GET", faults, "")))
                .isEqualTo(json("{\"token\":[\"STOPPED_CLOCK\"],\"link\":\"GARBAGE\",\"timesLeft\":3}"));
        ok(calls.send("POST", faults, "{'fault':'SILENCE'}"));
        ok(calls.send("DELETE", faults + "/GARBAGE", ""));
        assertThat(ok(calls.send("GET", faults, "")).path("link").stringValue()).isEqualTo("SILENCE");
        ok(calls.send("DELETE", faults + "/SILENCE", ""));
        ok(calls.send("DELETE", faults + "/STOPPED_CLOCK", ""));
        assertThat(ok(calls.send("GET", faults, "")))
                .isEqualTo(json("{\"token\":[],\"link\":null,\"timesLeft\":null}"));
    }

    @Test
    void aTokenWithoutAPlugHasNoLinkToDisturb() throws Exception {
        assertRefused(
                calls.send("POST", FOB + "/faults", "{'fault':'GARBAGE'}"),
                409,
                "token GAHT00000001 is a display-only fob and has no plug");
        assertThat(ok(calls.send("GET", FOB + "/faults", "")))
                .isEqualTo(json("{\"token\":[],\"link\":null,\"timesLeft\":null}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plug", "unplug"})
    void hasNoPlug(String verb) throws Exception {
        assertRefused(
                calls.send("POST", FOB + "/" + verb, ""),
                409,
                "token GAHT00000001 is a display-only fob and has no plug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic Zm9vOmJhcg=="})
    void refusesWhoeverLacksTheBearer(String authorization, RunningSimulator running) throws Exception {
        try (var stranger = new RawCalls(running.address(), authorization)) {
            for (var path : new String[] {"/tokens", FOB, FOB + "/display", "/nowhere"}) {
                assertRefused(stranger.send("GET", path, ""), 401, "the request lacks the bearer of the control file");
            }
            var refusal = stranger.send("DELETE", FOB, "");
            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(running.simulator().find("GAHT00000001")).isPresent();
    }

    @Test
    void refusesABearerThatIsNearlyRight(RunningSimulator running) throws Exception {
        var bearer = RawCalls.bearer(running);
        var last = bearer.endsWith("A") ? "B" : "A";
        for (var near : new String[] {bearer.substring(1), bearer.substring(0, 42) + last, bearer + "A"}) {
            try (var stranger = new RawCalls(running.address(), "Bearer " + near)) {
                assertThat(stranger.send("GET", "/tokens", "").statusCode()).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "DELETE,''", "GET,/display", "POST,/press", "PUT,/time", "PUT,/drift", "POST,/faults"})
    void namesTheSerialItDoesNotKnow(String method, String verb) throws Exception {
        assertRefused(
                calls.send(method, "/tokens/GAHT99999999" + verb, "{}"),
                404,
                "no token with serial GAHT99999999 is simulated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", FOB + "/battery", FOB + "/display/more", "/tokens/a/faults%2F*"})
    void saysWhereNothingIs(String path) throws Exception {
        assertRefused(calls.send("GET", path, ""), 404, "nothing is at " + path);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /tokens, 'GET, POST'",
        "POST, /tokens/GAHT00000001, 'GET, DELETE'",
        "PATCH, /tokens/GAHT00000001/display, GET",
        "GET, /tokens/GAHT00000001/press, POST",
        "POST, /tokens/GAHT00000001/faults/DEAD_BATTERY, DELETE",
    })
    void saysWhichMethodsArePossible(String method, String path, String possible) throws Exception {
        assertRefused(
                calls.send(method, path, ""),
                405,
                "%s is not possible at %s (possible is %s)".formatted(method, path, possible));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /tokens        | CEIRCEIR                    | the request is not well-formed JSON (line 1, column 1)",
                "POST | /tokens        | ~~                          | the request is not a JSON object",
                "POST | /tokens        | []                          | the request is not a JSON object",
                "POST | /tokens        | {'serial':'A B','seed':''}  | serial \"A B\" is not 1 to 256 letters, digits or _+=/:,.@-",
                "POST | /tokens        | {'serial':'A','seed':'0'}   | token A: the seed is not base32 (A to Z, 2 to 7)",
                "PUT  | *time   | {}                                 | the request needs either time or shiftSeconds",
                "PUT  | *time   | {'time':'noon'}                    | time \"noon\" is not an instant like 2026-01-31T12:00:00Z",
                "PUT  | *time   | {'time':'1969-01-01T00:00:00Z'}    | time 1969-01-01T00:00:00Z of token GAHT00000001 is not between 1970 and 9999",
                "PUT  | *time   | {'shiftSeconds':1e99}              | shiftSeconds 1.0E99 is too much",
                "PUT  | *time   | {'shiftSeconds':'5'}               | shiftSeconds of the request is not a number but a JSON string",
                "PUT  | *drift  | {'ppm':1e9}                        | initialPpm 1.0E9 is not between -100000 and 100000",
                "PUT  | *drift  | {'ppm':1,'shelfDays':2}            | the request has an unknown field \"shelfDays\"",
                "POST | *faults | {'fault':'SAD'}                    | unknown fault \"SAD\" (known are STOPPED_CLOCK, RESET_TO_2000, DARK_LCD_SEGMENT, DEAD_BATTERY, GARBAGE, SHORT, OVERSIZED, REPEATED, SILENCE, DELAY, RESET)",
                "POST | *faults | {'fault':'DEAD_BATTERY','times':1} | times and millis are of faults of a link, such as GARBAGE",
                "POST | *faults | {'fault':'GARBAGE','times':0}    | 0 times are less than one",
                "POST | *faults | {'fault':'DELAY','millis':60001} | a delay of 60001 ms is not between 0 and 60000",
                "DELETE | *faults/SAD | ~~                           | unknown fault \"SAD\" (known are STOPPED_CLOCK, RESET_TO_2000, DARK_LCD_SEGMENT, DEAD_BATTERY, GARBAGE, SHORT, OVERSIZED, REPEATED, SILENCE, DELAY, RESET)",
            })
    void saysInOneSentenceWhatIsWrongWithARequest(String method, String path, String body, String complaint)
            throws Exception {
        assertRefused(calls.send(method, path.replace("*", FOB + "/"), body), 400, complaint);
    }

    @Test
    void readsNoMoreThan64KibibytesOfARequest(Simulator simulator) throws Exception {
        var token = "{'serial':'GAHT00000003','seed':'%s'}".formatted(SEED);
        assertRefused(
                calls.send("POST", "/tokens", token + " ".repeat(64 * 1024 + 1 - token.length())),
                413,
                "the request is longer than 65536 bytes");
        assertThat(simulator.find("GAHT00000003")).isEmpty();
        assertThat(calls.send("POST", "/tokens", token + " ".repeat(64 * 1024 - token.length()))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:mfa/division/some.one@example.com,"
                + "arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fdivision%2Fsome.one%40example.com",
        "arn:aws:iam::123456789012:mfa/some+one=1, arn:aws:iam::123456789012:mfa%2Fsome+one=1",
        "a//b/../c, a%2f%2fb%2F..%2Fc",
        "x/faults, x%2Ffaults",
        ".., %2E%2E",
    })
    void findsSerialsWithEncodedSlashes(String serial, String encoded, Simulator simulator) throws Exception {
        simulator.add(FobDescription.of(serial), new byte[20]);
        assertThat(ok(calls.send("GET", "/tokens/" + encoded, ""))
                        .path("serial")
                        .stringValue())
                .isEqualTo(serial);
        assertThat(ok(calls.send("GET", "/tokens/" + encoded + "/display", ""))
                        .path("serial")
                        .stringValue())
                .isEqualTo(serial);
        assertThat(calls.send("DELETE", "/tokens/" + encoded, "").statusCode()).isEqualTo(204);
        assertThat(simulator.find(serial)).isEmpty();
    }

    private static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return json(response.body());
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String sentence) {
        assertThat(json(response.body()).path("error").stringValue()).isEqualTo(sentence);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
