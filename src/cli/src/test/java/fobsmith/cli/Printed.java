package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed, and its exit code. */
public record Printed(int status, String out, String err) {

    public Printed ok() {
        assertThat(status).as(err).isZero();
        assertThat(err).isEmpty();
        return this;
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
