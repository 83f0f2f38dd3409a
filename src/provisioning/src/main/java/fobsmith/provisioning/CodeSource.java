package fobsmith.provisioning;

import fobsmith.devices.CodeReader;
import fobsmith.devices.TokenSession;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import java.time.InstantSource;

/** Where two codes come from that prove a token: over its link where it tells them, else from a person who reads its display. */
final class CodeSource {
    private final TokenSession token;
    private final InstantSource clock;
    private final Operator operator;

    CodeSource(TokenSession token, InstantSource clock, Operator operator) {
        this.token = token;
        this.clock = clock;
        this.operator = operator;
    }

    /** The code of now and the one before it, which use up no code that is still to come. */
    CodePair codes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
        if (!(token instanceof CodeReader reader)) {
            return operator.readCodes(serial, slot, profile);
        }
        var now = clock.instant();
        var before = reader.readCode(slot, profile, now.minus(profile.timeStep()));
        return new CodePair(before, reader.readCode(slot, profile, now));
    }

    void codesWereWrong(int timesLeft) {
        operator.codesWereWrong(timesLeft);
    }
}
