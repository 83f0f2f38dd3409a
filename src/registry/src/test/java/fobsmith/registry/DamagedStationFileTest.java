package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Of a file between station and registry something is missing, or is no text that could be shown: it is refused by name. */
class DamagedStationFileTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MESSAGE = "{\"id\":\"a\",\"sequence\":1,\"sealed\":\"AA==\"}";
    private static final String WRITTEN =
            "{\"slot\":0,\"serial\":\"86596220000001\",\"algorithm\":\"SHA1\",\"digits\":6,"
                    + "\"stepSeconds\":30,\"startedAt\":1,\"endedAt\":2,\"clockErrorMillis\":null,"
                    + "\"clockSetAt\":null,\"learned\":null,\"reason\":\"broken off\"}";
    private static final String REPORT = "{\"token\":{\"manufacturer\":\"Token2\",\"model\":\"Molto2\","
            + "\"serial\":\"86596220000001\"},\"written\":" + WRITTEN + ",\"credential\":null,\"letterAt\":7}";

    @TempDir
    Path folder;

    private <T extends StationMail> T read(String text, Class<T> type) {
        try {
            return StationMail.read(Files.writeString(folder.resolve("mail"), text), type, "mail");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without each field, and with null in the place of what is not null. */
    private static List<String> damaged(String whole, String parent) {
        return names(whole, parent).stream()
                .flatMap(name -> {
                    var without = (ObjectNode) JSON.readTree(whole);
                    at(without, parent).remove(name);
                    var nothing = (ObjectNode) JSON.readTree(whole);
                    boolean isNull = at(nothing, parent).get(name).isNull();
                    at(nothing, parent).putNull(name);
                    return isNull ? Stream.of(without.toString()) : Stream.of(without.toString(), nothing.toString());
                })
                .toList();
    }

    private static ObjectNode at(ObjectNode root, String parent) {
        return (ObjectNode) root.at(parent);
    }

    private static List<String> names(String whole, String parent) {
        return List.copyOf(at((ObjectNode) JSON.readTree(whole), parent).propertyNames());
    }

    private <T extends StationMail> void assertAllRefused(Class<T> type, String whole, String parent) {
        assertThat(read(whole, type)).isNotNull();
        assertThat(damaged(whole, parent))
                .isNotEmpty()
                .allSatisfy(text -> assertThatThrownBy(() -> read(text, type))
                        .isInstanceOf(StationException.Refused.class)
                        .hasMessageContaining("is not a file with the mail"));
    }

    @Test
    void everyFieldOfAFileMustBeThere() {
        var introduction = "{\"kind\":\"%s\",\"publicKey\":\"AA==\"}".formatted(StationMail.Introduction.KIND);
        assertAllRefused(StationMail.Introduction.class, introduction, "");
        var messages = "{\"kind\":\"%s\",\"account\":\"123456789012\",\"station\":1,\"messages\":[%s]}"
                .formatted(StationMail.Messages.KIND, MESSAGE);
        assertAllRefused(StationMail.Messages.class, messages, "");
        assertAllRefused(StationMail.Messages.class, messages, "/messages/0");
        var letter = "{\"kind\":\"%s\",\"account\":\"123456789012\",\"station\":1,\"at\":1,\"registryKey\":\"AA==\","
                        .formatted(StationMail.Envelope.KIND)
                + "\"sealed\":\"AA==\"}";
        assertAllRefused(StationMail.Envelope.class, letter, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "{}", ""})
    void whatIsNoFileOfThisKindAtAllIsRefused(String text) {
        assertThatThrownBy(() -> read(text, StationMail.Messages.class)).isInstanceOf(StationException.Refused.class);
    }

    private static byte[] clear(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static void assertNoReport(String text) {
        assertThatThrownBy(() -> StationReport.of(clear(text)))
                .as(text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no report of a station");
    }

    @Test
    void everyFieldOfAReportMustBeThere() {
        assertThat(StationReport.of(clear(REPORT)).letterAt()).isEqualTo(7);
        var all = new TreeMap<String, List<String>>();
        for (var parent : List.of("", "/token", "/written")) {
            all.put(parent, damaged(REPORT, parent));
        }
        assertThat(all.values())
                .allSatisfy(texts -> assertThat(texts).allSatisfy(DamagedStationFileTest::assertNoReport));
        assertNoReport("null");
    }

    @Test
    void whatCouldNotBeShownIsNoNameOfAToken() {
        assertNoReport(REPORT.replace("Token2", "Token\\u001b[2J"));
        assertNoReport(REPORT.replace("Molto2", "Molto\\u202e2"));
        assertNoReport(REPORT.replace("Molto2", "M".repeat(257)));
        assertNoReport(REPORT.replace("\"Molto2\",\"serial\":\"8", "\"Molto2\",\"serial\":\"\\n8"));
        var reason = StationReport.of(clear(REPORT.replace("broken off", "broken\\u001b off")));
        assertThat(reason.what()).isEqualTo("void: broken? off");
    }

    /** A newer registry may know states that this station does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"serial\":\"short\",%s,\"state\":\"proven\"}",
                "{\"serial\":\"86596220000001\",%s,\"state\":\"x\"}"
            })
    void aTokenInALetterHasASerialNumberAndAState(String token) {
        var letter = "{\"name\":\"packing\",\"service\":\"example\",\"answers\":[],\"tokens\":[%s]}"
                .formatted(token.formatted("\"manufacturer\":\"Token2\",\"model\":\"Molto2\""));
        assertThatThrownBy(() -> StationMail.JSON.readValue(letter, StationLetter.class))
                .isInstanceOf(JacksonException.class);
    }
}
