package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.devices.CodeReading;
import fobsmith.devices.DeviceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * CALCULATE ALL: each credential's name and what it says to one challenge, that of 30-second steps. Those of another step are asked
 * again one by one, as Yubico's own tools do. One thread.
 */
final class AllAtOnce {
    private static final int CALCULATE_ALL = 0xa4;
    private static final int COUNTS = 0x77;
    private static final int WANTS_TOUCH = 0x7c;

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 8;

    /** Its codes are letters, computed from the full response. */
    private static final String STEAM = "Steam";

    private final OathCard card;
    private final Credentials credentials;

    AllAtOnce(OathCard card, Credentials credentials) {
        this.card = card;
        this.credentials = credentials;
    }

    List<CodeReading> read(Instant at) {
        var challenge = Credentials.challenge(CredentialId.USUAL_PERIOD, at);
        var answer = card.send(CALCULATE_ALL, 0, Credentials.TRUNCATED, challenge);
        var objects = Tlv.parse(Refusals.data("CALCULATE ALL", answer));
        require(objects.size() % 2 == 0);
        var all = new ArrayList<CodeReading>();
        for (int i = 0; i < objects.size(); i += 2) {
            all.add(reading(objects.get(i), objects.get(i + 1), at));
        }
        return List.copyOf(all);
    }

    private CodeReading reading(Tlv name, Tlv said, Instant at) {
        require(name.tag() == Credentials.NAME && name.value().length > 0);
        var text = new String(name.value(), UTF_8);
        return switch (said.tag()) {
            case TruncatedCode.TAG -> code(name.value(), text, TruncatedCode.of(said, card.name()), at);
            // A Solo 2 leaves the digits out.
            case COUNTS -> none(text, said.value().length <= 1, CodeReading.Reason.COUNTER);
            case WANTS_TOUCH -> none(text, said.value().length == 1, CodeReading.Reason.TOUCH);
            default -> throw malformed();
        };
    }

    private CodeReading none(String text, boolean published, CodeReading.Reason reason) {
        require(published);
        return new CodeReading.None(text, reason);
    }

    private CodeReading code(byte[] raw, String text, TruncatedCode told, Instant at) {
        var id = CredentialId.timeBased(text);
        boolean usual = told.digits() >= FEWEST_DIGITS && told.digits() <= MOST_DIGITS;
        if (!usual || id.issuer().equals(STEAM) || id.period().isZero()) {
            return new CodeReading.None(text, CodeReading.Reason.UNUSUAL);
        }
        return new CodeReading.Code(
                text, ofItsOwnStep(raw, id.period(), told, at).code());
    }

    private TruncatedCode ofItsOwnStep(byte[] raw, Duration period, TruncatedCode told, Instant at) {
        if (period.equals(CredentialId.USUAL_PERIOD)) {
            return told;
        }
        var own = TruncatedCode.of(credentials.calculate(raw, period, at), card.name());
        require(own.digits() == told.digits());
        return own;
    }

    private void require(boolean published) {
        if (!published) {
            throw malformed();
        }
    }

    private DeviceException malformed() {
        return new DeviceException.Malformed(
                "the %s answers CALCULATE ALL with something that is no credential and its code"
                        .formatted(card.name()));
    }
}
