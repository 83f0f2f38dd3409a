package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The credentials in the OATH application. One thread. */
final class Credentials {
    private static final int DELETE = 0x02;
    private static final int RENAME = 0x05;
    private static final int LIST = 0xa1;
    private static final int CALCULATE = 0xa2;
    private static final int PUT = 0x01;

    static final int TRUNCATED = 0x01;
    static final int NAME = 0x71;
    private static final int CHALLENGE = 0x74;

    private final OathCard card;

    Credentials(OathCard card) {
        this.card = card;
    }

    List<Listed> list() {
        return Tlv.parse(Refusals.data("LIST", card.send(LIST, 0, 0))).stream()
                .map(Listed::of)
                .toList();
    }

    /** Those with this account name, whatever stands before it. */
    List<Listed> named(String account) {
        return list().stream().filter(one -> one.id().name().equals(account)).toList();
    }

    /** The body is wiped. */
    void put(byte[] body) {
        Refusals.requireDone("PUT", card.send(PUT, 0, 0, body));
    }

    /** One that has gone meanwhile is deleted. */
    void delete(Listed one) {
        var answer = card.send(DELETE, 0, 0, Tlv.of(NAME, one.raw()));
        if (answer.status().value() != Refusals.NO_SUCH_OBJECT) {
            Refusals.requireDone("DELETE", answer);
        }
    }

    void rename(Listed one, CredentialId next) {
        Refusals.requireDone(
                "RENAME", card.send(RENAME, 0, 0, Apdu.join(Tlv.of(NAME, one.raw()), Tlv.of(NAME, next.encoded()))));
    }

    /**
     * The token knows no time: it computes what it is asked for.
     *
     * @param locked whether the token waits for its password; what it says then has nothing to do with a touch
     */
    OneTimePassword code(Listed one, OtpProfile.Totp otp, Instant at, boolean locked) {
        var answer = ask(one.raw(), otp.timeStep(), at);
        if (answer.status().value() == Refusals.LOCKED && !locked) {
            throw new DeviceException.Refused(
                    "the %s does not tell this code: nobody touched it in time".formatted(card.name()),
                    answer.status(),
                    "touch the token while it blinks, and try again");
        }
        return code(only(answer), otp.digits());
    }

    /** What a credential of this id, which wants no touch, says at a time. */
    Tlv calculate(byte[] raw, Duration period, Instant at) {
        return only(ask(raw, period, at));
    }

    private OathCard.Answer ask(byte[] raw, Duration period, Instant at) {
        return card.send(CALCULATE, 0, TRUNCATED, Apdu.join(Tlv.of(NAME, raw), challenge(period, at)));
    }

    /** The time step, as an object. */
    static byte[] challenge(Duration period, Instant at) {
        long step = Math.floorDiv(at.toEpochMilli(), period.toMillis());
        return Tlv.of(CHALLENGE, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    }

    private Tlv only(OathCard.Answer answer) {
        var all = Tlv.parse(Refusals.data("CALCULATE", answer));
        if (all.size() != 1) {
            throw new DeviceException.Malformed("the %s answers something that is no code".formatted(card.name()));
        }
        return all.getFirst();
    }

    private OneTimePassword code(Tlv answer, int digits) {
        var told = TruncatedCode.of(answer, card.name());
        if (told.digits() != digits) {
            throw new DeviceException.Refused(
                    "the credential has codes of %d digits, not %d".formatted(told.digits(), digits),
                    "look up how this token was written; it may have been written by another program");
        }
        return told.code();
    }
}
