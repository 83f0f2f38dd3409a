package fobsmith.devices.ykoath;

import static fobsmith.devices.ykoath.ScriptedCard.LIST;
import static fobsmith.devices.ykoath.ScriptedCard.entry;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Garbage, short, long, repeated and endless answers, and a link that is lost. */
class YkOathMalformedTest {
    private static final String OURS = "Acme:YUBIKEY-12345678";
    private static final String SALT = ScriptedCard.SALT;

    private final ScriptedCard card = new ScriptedCard();

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.YUBIKEY, new SecureRandom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90",
                "9000",
                "ffff9000",
                "7903050403" + "9000",
                "7108" + SALT + "9000",
                "79020504" + "7108" + SALT + "9000",
                "7903050403" + "7107" + "00000000000000" + "9000",
                "7903050403" + "7108" + SALT + "7404aabbccdd" + "9000",
                "7903050403" + "7108" + SALT + "00" + "9000",
                "7903050403" + "7109" + SALT + "9000",
                "7903050403" + "7108" + SALT + "6a80"
            })
    void refusesASelectionThatIsNotAsPublished(String answer) {
        card.to(ScriptedCard.SELECT_OATH).say(answer);
        assertThatThrownBy(this::open).isInstanceOf(DeviceException.Malformed.class);
        assertThat(card.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000", "2401029000", "0302 03aabbcc9000", "0502 03aabbcc9000", "", "0402 02aabb9000"})
    void refusesAConfigurationThatIsNotAsPublished(String answer) {
        card.to(ScriptedCard.READ_CONFIG).say(answer.replace(" ", ""));
        assertThatThrownBy(this::open).isInstanceOf(DeviceException.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9000" + "9000", "7205219000", "73022141" + "9000", "720121" + "9000", "7200" + "9000", "01"})
    void refusesAListThatIsNotAsPublished(String answer) {
        card.to(LIST).say(answer);
        try (var session = open()) {
            assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9000",
                "760406000001" + "9000",
                "76060600000001aa" + "9000",
                "75050600000001" + "9000",
                "77010" + "69000",
                "7c0106" + "9000",
                "76050600000001" + "76050600000001" + "9000",
                "76050600000001" + "6984"
            })
    void refusesACodeThatIsNotAsPublished(String answer) {
        card.to(LIST).say(entry("21", OURS) + "9000");
        card.to("00a2").say(answer);
        try (var session = open()) {
            assertThatThrownBy(() -> session.readCode(0, OtpProfile.Totp.STANDARD, Instant.EPOCH))
                    .isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "7100" + "9000", "00" + "9000"})
    void refusesMoreOrLessThanAStatusWordInAnswerToAnOrder(String answer) {
        card.to("0001").say(answer);
        try (var session = open();
                var seed = Seed.adopt(new byte[] {1})) {
            assertThatThrownBy(() -> session.write(
                            0, OtpProfile.Totp.STANDARD, seed, "Acme", InstantSource.fixed(Instant.EPOCH)))
                    .isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @Test
    void collectsALongListPieceByPiece() {
        var all = new StringBuilder();
        for (int i = 0; i < 43; i++) {
            all.append(entry("21", "Someone:number-%02d".formatted(i)));
        }
        all.append(entry("21", OURS));
        var pieces = all.toString().split("(?<=\\G.{510})");
        card.to(LIST).say(pieces[0] + "61ff");
        card.to("00a5000000").say(pieces[1] + "61ff", pieces[2] + "61ff", pieces[3] + "9000");
        try (var session = open()) {
            assertThat(session.credentials()).hasSize(44);
            assertThat(pieces).hasSize(4);
        }
        assertThat(card.asked().subList(4, 7)).containsOnly("00a5000000");
    }

    @Test
    void endsAListThatDoesNotEndItself() {
        card.to(LIST).say(entry("21", "a") + "6110");
        card.to("00a5000000").say("6110");
        try (var session = open()) {
            assertThatThrownBy(session::credentials)
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the token's answer does not end");
            card.to("00a5000000").say("00".repeat(255) + "6110");
            assertThatThrownBy(session::credentials).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @Test
    void sendsALongCommandInParts() {
        card.to("1005").say("9000");
        card.to("0005").say("9000");
        var oath = new OathCard(card, "YubiKey");
        oath.send(0x05, 0, 0, new byte[600]);
        assertThat(card.asked())
                .containsExactly(
                        "10050000ff" + "00".repeat(255),
                        "10050000ff" + "00".repeat(255),
                        "000500005a" + "00".repeat(90));
        card.to("1005").say("6a84");
        assertThat(oath.send(0x05, 0, 0, new byte[300]).status()).hasToString("6A84");
        card.to("1005").say("009000");
        assertThatThrownBy(() -> oath.send(0x05, 0, 0, new byte[300])).isInstanceOf(DeviceException.Malformed.class);
    }

    @Test
    void handsOnARefusalInTheMiddleOfAnAnswerAndAnEndWithoutData() {
        card.to(LIST).say(entry("21", "a") + "6110");
        card.to("00a5000000").say("6f00");
        try (var session = open()) {
            assertThatThrownBy(session::credentials)
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageStartingWith("LIST was refused: 6F00");
            card.to("00a5000000").say("9000");
            assertThat(session.credentials()).hasSize(1);
        }
    }

    @Test
    void leavesNoKeyBehindInTheBodyOfACommand() {
        var body = "secret".getBytes(US_ASCII);
        new OathCard(card, "YubiKey").send(0x01, 0, 0, body);
        assertThat(body).containsOnly(0);
    }

    @Test
    void isDeadWhenTheLinkWasLost() {
        card.to(LIST).say(ScriptedCard.GONE, "9000");
        try (var session = open()) {
            assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the link to this YubiKey was lost before");
        }
    }

    /** Any name that a program may have given, in bytes that are no UTF-8, is listed and left alone. */
    @Test
    void listsNamesInBytesThatAreNoText() {
        card.to(LIST)
                .say("7204" + "21" + "c328ff" + "7203" + "ff" + HexFormat.of().formatHex("x:".getBytes(US_ASCII))
                        + "9000");
        try (var session = open()) {
            assertThat(session.credentials()).hasSize(2);
            assertThat(session.carriesSeed(0)).isFalse();
        }
    }
}
