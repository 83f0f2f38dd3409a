package fobsmith.firmware.ykoath;

import java.nio.ByteBuffer;

/** CALCULATE and CALCULATE ALL. */
final class Calculator {
    /** Bytes of a TOTP challenge that is taken as it is. Assumed. */
    private static final int LONGEST_CHALLENGE = 64;

    private final YubiKeyDescription description;
    private final Credentials credentials;
    private final Finger finger;

    Calculator(YubiKeyDescription description, Credentials credentials, Finger finger) {
        this.description = description;
        this.credentials = credentials;
        this.finger = finger;
    }

    /** One credential, touched where it has to be. */
    byte[] one(byte[] data, boolean truncated) {
        var reader = new TlvReader(data);
        var id = reader.next(Tag.NAME);
        var challenge = reader.next(Tag.CHALLENGE);
        reader.requireEnd();
        int place = credentials.existing(id);
        if (!credentials.at(place, Credential::isHotp)) {
            requireSensible(challenge);
        }
        if (credentials.at(place, description::waitsForTouch)) {
            finger.require();
        }
        var answer = new Tlvs();
        respond(place, challenge, truncated, answer);
        return answer.bytes();
    }

    /** All that are computed from a challenge without a touch; of the others it is told that they were not. */
    byte[] all(byte[] data, boolean truncated) {
        var reader = new TlvReader(data);
        var challenge = reader.next(Tag.CHALLENGE);
        reader.requireEnd();
        requireSensible(challenge);
        var answer = new Tlvs();
        credentials.forEach(place -> {
            answer.add(Tag.NAME, credentials.at(place, Credential::id));
            byte digits = (byte) (int) credentials.at(place, Credential::digits);
            if (credentials.at(place, Credential::isHotp)) {
                answer.add(Tag.HOTP_NOT_COMPUTED, ofCounter(digits));
            } else if (credentials.at(place, description::waitsForTouch)) {
                answer.add(Tag.TOUCH_NOT_COMPUTED, digits);
            } else {
                respond(place, challenge, truncated, answer);
            }
        });
        return answer.bytes();
    }

    private byte[] ofCounter(byte digits) {
        return description.has(Quirk.COUNTERS_WITHOUT_DIGITS) ? new byte[0] : new byte[] {digits};
    }

    private void requireSensible(byte[] challenge) {
        Refusal.unless(challenge.length <= longestChallenge(), Refusal.WRONG_DATA);
        Refusal.unless(challenge.length > 0 || !description.has(Quirk.EMPTY_CHALLENGE_REFUSED), Refusal.WRONG_DATA);
    }

    private int longestChallenge() {
        return description.has(Quirk.CHALLENGE_FILLED_IN_FRONT) ? Long.BYTES : LONGEST_CHALLENGE;
    }

    private void respond(int place, byte[] challenge, boolean truncated, Tlvs answer) {
        var message = credentials.at(place, Credential::isHotp) ? counted(place) : permitted(place, challenge);
        credentials.at(place, one -> {
            var hmac = one.hmac(message);
            return truncated
                    ? answer.add(Tag.TRUNCATED_RESPONSE, one.digits(), Hash.truncated(hmac))
                    : answer.add(Tag.FULL_RESPONSE, one.digits(), hmac);
        });
    }

    /** The token's own counter, which is on before the answer is. */
    private byte[] counted(int place) {
        long counter = credentials.at(place, Credential::movingFactor);
        credentials.change(place, one -> one.movedTo(counter + 1));
        return bytes(counter);
    }

    private byte[] permitted(int place, byte[] challenge) {
        var message = description.has(Quirk.CHALLENGE_FILLED_IN_FRONT) ? bytes(number(challenge)) : challenge;
        if (credentials.at(place, one -> one.has(Credential.INCREASING))) {
            long last = credentials.at(place, Credential::movingFactor);
            Refusal.unless(message.length == Long.BYTES, Refusal.WRONG_DATA);
            Refusal.unless(Long.compareUnsigned(number(message), last) > 0, Refusal.SECURITY);
            credentials.change(place, one -> one.movedTo(number(message)));
        }
        return message;
    }

    private static long number(byte[] bigEndian) {
        long number = 0;
        for (byte one : bigEndian) {
            number = number << Byte.SIZE | (one & 0xff);
        }
        return number;
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
