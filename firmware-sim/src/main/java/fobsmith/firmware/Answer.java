package fobsmith.firmware;

import java.util.Map;

/** What a request to the control API is answered with: an HTTP status and an object to be written as JSON. */
record Answer(int status, Object body) {
    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer created(Object body) {
        return new Answer(201, body);
    }

    static Answer done() {
        return new Answer(204, "");
    }

    static Answer error(int status, String sentence) {
        return new Answer(status, Map.of("error", sentence));
    }

    Map<String, String> headers() {
        return switch (status) {
            case 204 -> Map.of();
            case 401 -> Map.of("Content-Type", "application/json", "WWW-Authenticate", "Bearer");
            default -> Map.of("Content-Type", "application/json");
        };
    }

    byte[] bytes() {
        return status == 204 ? new byte[0] : Json.MAPPER.writeValueAsBytes(body);
    }
}
