package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.Transport;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens at the token where a driver strays from the protocol, and at the driver where a token does. */
class Molto2TwinTest {
    private static final int PROFILE = 5;

    private final SimulatedMolto2 token = new SimulatedMolto2();
    private final Transport card = token.card();
    private final TokenCredential factory = CustomerKey.factory();
    private final Sm4Key key = Sm4Key.of(factory);
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        token.close();
        factory.close();
        key.close();
        seed.close();
    }

    /** Nothing that the driver says fills the last block under the MAC, so a body is made that does. */
    @Test
    void macsWithAPaddingBlockThatIsNotDueAreRefused() {
        authenticate();
        var body = new byte[11];
        var message = Apdu.withBody(0x80d4, 1, PROFILE, body);
        assertThat(message).hasSize(16);
        assertThat(answer(Apdu.withBody(0x84d4, 1, PROFILE, body, key.mac(message))))
                .isEqualTo("6a80");
        authenticate();
        var padded = Arrays.copyOf(message, 32);
        padded[16] = (byte) 0x80;
        assertThat(answer(Apdu.withBody(0x84d4, 1, PROFILE, body, key.mac(padded))))
                .isEqualTo("6983");
    }

    @Test
    void macsThatArePaddedWithZerosAloneAreRefused() {
        authenticate();
        var body = key.encrypt("demo".getBytes(US_ASCII));
        var padded = Arrays.copyOf(Apdu.withBody(0x80d5, 0, PROFILE, body), 32);
        assertThat(answer(Apdu.withBody(0x84d5, 0, PROFILE, body, key.mac(padded))))
                .isEqualTo("6983");
        authenticate();
        padded[21] = (byte) 0x80;
        assertThat(answer(Apdu.withBody(0x84d5, 0, PROFILE, body, key.mac(padded))))
                .isEqualTo("9000");
    }

    @Test
    void aConfigurationAfterTheSeedErasesItAndTheDriverNotices() {
        try (var session = Molto2Session.open(new SeedFirst(card))) {
            session.unlock(factory);
            assertThatThrownBy(() -> write(session))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("profile 5 is still empty after its seed was taken");
        }
        assertThat(token.profile(PROFILE).carriesSeed()).isFalse();
    }

    /** Keeps CONFIG back until SEED has been sent. */
    private static final class SeedFirst implements Transport {
        private final Transport token;
        private byte[] kept = {};

        SeedFirst(Transport token) {
            this.token = token;
        }

        @Override
        public byte[] exchange(byte[] request) {
            if (HexFormat.of().formatHex(request).startsWith("84d4")) {
                kept = request;
                return Apdu.of(0x90, 0x00);
            }
            var answer = token.exchange(request);
            return HexFormat.of().formatHex(request).startsWith("84c5") ? token.exchange(kept) : answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesATokenThatBreaksTheRulesInAnyOfItsAnswers(Wrong wrong) {
        var whole = new Garbled(card, Integer.MAX_VALUE, wrong);
        provision(whole);
        assertThat(whole.exchanges).isEqualTo(12);
        for (int at = 1; at <= whole.exchanges; at++) {
            try (var fresh = new SimulatedMolto2()) {
                var garbled = new Garbled(fresh.card(), at, wrong);
                assertThatThrownBy(() -> provision(garbled))
                        .as("answer %d", at)
                        .isInstanceOf(DeviceException.Malformed.class);
            }
        }
    }

    /** How an answer may break the rules. */
    enum Wrong {
        EMPTY {
            @Override
            byte[] answer(byte[] right) {
                return new byte[0];
            }
        },
        SHORT {
            @Override
            byte[] answer(byte[] right) {
                return Arrays.copyOf(right, right.length - 1);
            }
        },
        LONG {
            @Override
            byte[] answer(byte[] right) {
                return (HexFormat.of().formatHex(right) + "00".repeat(500) + "9000")
                        .transform(HexFormat.of()::parseHex);
            }
        },
        REPEATED {
            @Override
            byte[] answer(byte[] right) {
                return HexFormat.of().formatHex(right).repeat(2).transform(HexFormat.of()::parseHex);
            }
        },
        GARBAGE {
            @Override
            byte[] answer(byte[] right) {
                return HexFormat.of().parseHex("a5".repeat(9) + "9000");
            }
        };

        abstract byte[] answer(byte[] right);
    }

    /** Spoils the n-th answer. */
    private static final class Garbled implements Transport {
        private final Transport token;
        private final int spoilt;
        private final Wrong wrong;
        private int exchanges;

        Garbled(Transport token, int spoilt, Wrong wrong) {
            this.token = token;
            this.spoilt = spoilt;
            this.wrong = wrong;
        }

        @Override
        public byte[] exchange(byte[] request) {
            var answer = token.exchange(request);
            return ++exchanges == spoilt ? wrong.answer(answer) : answer;
        }
    }

    /** Everything that a session can do, once. */
    private void provision(Transport transport) {
        try (var session = Molto2Session.open(transport)) {
            session.erase(PROFILE);
            session.unlock(factory);
            write(session);
            session.readClock();
            session.changeCredential(factory);
        }
    }

    private void write(Molto2Session session) {
        session.write(PROFILE, OtpProfile.Totp.STANDARD, seed, "demo", token.clock);
    }

    private void authenticate() {
        var challenge = Arrays.copyOf(card.exchange(Apdu.of(0x80, 0x4b, 8, 0, 0)), 8);
        assertThat(answer(Apdu.withBody(0x80ce, 0, 0, key.answer(challenge)))).isEqualTo("9000");
    }

    private String answer(byte[] command) {
        return HexFormat.of().formatHex(card.exchange(command));
    }
}
