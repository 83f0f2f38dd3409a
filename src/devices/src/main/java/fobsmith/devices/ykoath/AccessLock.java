package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;

/** The password of the OATH application: proving that we know it and that the token does, setting and clearing it. One thread. */
final class AccessLock {
    private static final int VALIDATE = 0xa3;
    private static final int SET_CODE = 0x03;
    private static final int KEY = 0x73;
    private static final int CHALLENGE = 0x74;
    private static final int RESPONSE = 0x75;

    /** Time-based and SHA-1, though the time has no part in it: what Yubico's tools send. */
    private static final int KIND_OF_KEY = 0x21;

    private final OathCard card;
    private final Supplier<byte[]> challenges;
    private Selected selected;
    private boolean validated;

    AccessLock(OathCard card, Selected selected, Supplier<byte[]> challenges) {
        this.card = card;
        this.selected = selected;
        this.challenges = challenges;
    }

    boolean isLocked() {
        return selected.challenge() != null && !validated;
    }

    /** Whether there is a PIN, which is none of this password. */
    boolean hasPin() {
        return selected.hasPin();
    }

    /** Selects the application anew, for a challenge that nobody has seen an answer to. */
    private void select() {
        var again = Selected.on(card);
        if (!again.isSameToken(selected)) {
            throw new DeviceException.LinkLost(
                    "another %s has taken the place of this one, or it was reset".formatted(card.name()));
        }
        validated = false;
        selected = again;
    }

    void open(TokenCredential password) {
        select();
        var challenge = selected.challenge();
        if (challenge == null) {
            throw new DeviceException.Refused(
                    "this %s has no password".formatted(card.name()), "give orders without unlocking it");
        }
        try (var key = AccessKey.of(password, selected.salt())) {
            var ours = challenges.get();
            requireAnswer(key.answer(ours), validate(key.answer(challenge), ours));
        }
        validated = true;
    }

    private byte[] validate(byte[] response, byte[] challenge) {
        var answer = card.send(VALIDATE, 0, 0, Apdu.join(Tlv.of(RESPONSE, response), Tlv.of(CHALLENGE, challenge)));
        return switch (answer.status().value()) {
            // Yubico's firmware and Canokeys' differ.
            case Refusals.WRONG_DATA, Refusals.NO_SUCH_OBJECT ->
                throw new DeviceException.WrongCredential(
                        "the %s did not take this password".formatted(card.name()),
                        DeviceException.WrongCredential.UNCOUNTED);
            default -> Refusals.data("VALIDATE", answer);
        };
    }

    private void requireAnswer(byte[] expected, byte[] data) {
        var all = Tlv.parse(data);
        var answer = Tlv.find(all, RESPONSE).orElse(new byte[0]);
        if (all.size() != 1 || !MessageDigest.isEqual(expected, answer)) {
            throw new DeviceException.Malformed("this %s is not the token that knows the key".formatted(card.name()));
        }
    }

    /** Sets the password, and proves that it holds. */
    void change(TokenCredential next) {
        try (var key = AccessKey.of(next, selected.salt())) {
            Refusals.requireDone("SET CODE", card.send(SET_CODE, 0, 0, setting(key, challenges.get())));
        }
        requireHolds(next);
    }

    private static byte[] setting(AccessKey key, byte[] challenge) {
        var described = key.behind(KIND_OF_KEY);
        var object = Tlv.of(KEY, described);
        try {
            return Apdu.join(object, Tlv.of(CHALLENGE, challenge), Tlv.of(RESPONSE, key.answer(challenge)));
        } finally {
            Arrays.fill(described, (byte) 0);
            Arrays.fill(object, (byte) 0);
        }
    }

    private void requireHolds(TokenCredential next) {
        try {
            open(next);
        } catch (DeviceException.WrongCredential | DeviceException.Refused e) {
            throw new DeviceException.Malformed(
                    "the %s took a new password, which does not hold (%s)".formatted(card.name(), e.getMessage()));
        }
    }

    void clear() {
        Refusals.requireDone("SET CODE", card.send(SET_CODE, 0, 0, Tlv.of(KEY, new byte[0])));
        select();
        if (selected.challenge() != null) {
            throw new DeviceException.Malformed(
                    "the %s still has a password after it was cleared".formatted(card.name()));
        }
    }

    /** After a reset, which draws another salt and forgets the password. */
    void begin() {
        var fresh = Selected.on(card);
        if (fresh.isSameToken(selected) || fresh.challenge() != null) {
            throw new DeviceException.Malformed("the %s was reset and is as before".formatted(card.name()));
        }
        selected = fresh;
        validated = false;
    }
}
