package fobsmith.desk.hardware;

import fobsmith.registry.Token;
import java.time.Instant;

/** Who was handed what, when, and by whom. Nothing in it is secret. */
record Receipt(String person, String serial, String model, Instant enabledAt, String operator) {
    static Receipt of(String person, Token token, Instant enabledAt, String operator) {
        return new Receipt(
                person, token.serial().value(), token.manufacturer() + " " + token.model(), enabledAt, operator);
    }
}
