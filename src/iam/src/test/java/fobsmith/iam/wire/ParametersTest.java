package fobsmith.iam.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.IamError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static Parameters of(String query, String body) {
        return Parameters.of(new WireRequest("POST", "/", query, Map.of(), body.getBytes(UTF_8), "127.0.0.1"));
    }

    @Test
    void takesTheFirstOfEqualNames() {
        assertThat(of("", "Action=A&Action=B").find("Action")).contains("A");
    }

    @Test
    void readsTheQueryBeforeTheBody() {
        var parameters = of("Action=Query", "Action=Body&Only=Body");
        assertThat(parameters.find("Action")).contains("Query");
        assertThat(parameters.find("Only")).contains("Body");
    }

    @Test
    void readsBlanksAsEveryClientWritesThem() {
        var parameters = of("", "cli=b+c%2B%C3%A9&java=c%2B%C3%A9*%7E&js=%20%2A~&none&empty=&=nameless&a=b=c&&");
        assertThat(parameters.find("cli")).contains("b c+é");
        assertThat(parameters.find("java")).contains("c+é*~");
        assertThat(parameters.find("js")).contains(" *~");
        assertThat(parameters.find("none")).contains("");
        assertThat(parameters.find("empty")).contains("");
        assertThat(parameters.find("a")).contains("b=c");
        assertThat(parameters.find("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%4", "a=%4g", "%zz=1", "a=%%41"})
    void refusesAMisusedPercentSign(String encoded) {
        var text = "The request is not well-formed: a percent sign is misused.";
        Refused.with(IamError.VALIDATION_ERROR, text, () -> of("", encoded));
        Refused.with(IamError.VALIDATION_ERROR, text, () -> of(encoded, ""));
    }

    @Test
    void survivesBytesThatAreNotUtf8() {
        assertThat(of("", "a=%ff%fe%c0%80").find("a")).isPresent();
    }
}
