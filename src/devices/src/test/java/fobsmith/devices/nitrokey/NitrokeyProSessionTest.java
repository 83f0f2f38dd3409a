package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NitrokeyProSessionTest {
    private static final OtpProfile.Totp EIGHT = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(60));
    private static final OtpProfile.Hotp COUNTING = new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(59));

    /** What READ SLOT shows of what {@link #write} writes: name, eight digits, no token id, 60 s. */
    private static final String WRITTEN = slot("demo", "01", "3c");

    private final ScriptedNitrokey token = new ScriptedNitrokey();
    private final NitrokeyProSession session = Sessions.with(token);

    @AfterEach
    void close() {
        session.close();
        assertThat(token.closed()).isTrue();
    }

    @Test
    void tellsTheSerialNumberOfTheCardInside() {
        assertThat(session.serial()).isEqualTo("NITROKEY-00005B3A");
        assertThat(session.manufacturer() + " " + session.model()).isEqualTo("Nitrokey Pro");
        assertThat(token.asked()).containsExactly(KnownFrames.GET_STATUS);
    }

    @Test
    void tellsALibremKeysSerialNumberUnderItsOwnName() {
        try (var librem = NitrokeyProSession.open(
                Sessions.pipe(new ScriptedNitrokey()), NitrokeyModel.LIBREM_KEY, new SecureRandom())) {
            assertThat(librem.serial()).isEqualTo("LIBREMKEY-00005B3A");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 0f00 00000000", "00 0f00 ffffffff"})
    void takesNoTokenWhoseCardIsSilent(String status) {
        var silent = new ScriptedNitrokey();
        silent.say(Command.GET_STATUS, status);
        assertThatThrownBy(() -> Sessions.with(silent)).isInstanceOf(DeviceException.Malformed.class);
        assertThat(silent.closed()).isTrue();
    }

    @Test
    void drivesNoFirmwareThatIsTooOld() {
        var old = new ScriptedNitrokey();
        old.say(Command.GET_STATUS, "00 0700 3a5b0000 ffffff 0100");
        assertThatThrownBy(() -> Sessions.with(old))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("a Nitrokey Pro with firmware 0.7 is not driven (0.8 or later)");
        old.say(Command.GET_STATUS, "00 0001 3a5b0000 ffffff 0100");
        Sessions.with(old).close();
    }

    @Test
    void looksWhetherASlotCarriesASeed() {
        token.asked();
        assertThat(session.carriesSeed(0)).isFalse();
        assertThat(token.asked()).containsExactly(KnownFrames.READ_EMPTY_SLOT);
        token.say(Command.READ_SLOT, "00");
        assertThat(session.carriesSeed(14)).isTrue();
        assertThat(token.asked().getFirst()).startsWith("032e00");
    }

    @Test
    void writesInTheOrderOfTheVendorsLibraryAndLooksAtTheSlotAfterwards() {
        unlock();
        token.say(Command.READ_SLOT, ScriptedNitrokey.EMPTY, WRITTEN);
        token.asked();
        write(Seed.adopt("1234567890123456789012345678901234567890".getBytes(US_ASCII)));
        var sent = token.asked();
        assertThat(sent).hasSize(7);
        assertThat(sent.get(0)).startsWith("0325");
        // The second nearest to 59.0 s, as recorded.
        assertThat(sent.get(1)).isEqualTo(KnownFrames.SET_TIME_59);
        assertThat(sent.get(2)).startsWith("17" + Sessions.CHANCE + "53" + "00" + "31323334353637383930".repeat(3));
        assertThat(sent.get(3)).startsWith("17" + Sessions.CHANCE + "53" + "01" + "313233343536373839300000");
        assertThat(sent.get(4)).startsWith("17" + Sessions.CHANCE + "4e" + "00" + "64656d6f0000");
        assertThat(sent.get(5)).startsWith("01" + Sessions.CHANCE + "25" + "3c00000000000000" + "01" + "0000");
        assertThat(sent.get(6)).startsWith("0325");
    }

    @Test
    void sendsAShortSeedInOnePiece() {
        unlock();
        token.say(Command.READ_SLOT, ScriptedNitrokey.EMPTY, WRITTEN);
        token.asked();
        write(Seed.adopt("123456789012345678901234567890".getBytes(US_ASCII)));
        assertThat(token.asked().stream().filter(report -> report.contains(Sessions.CHANCE + "53")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"demn, 01, 3c", "demo, 00, 3c", "demo, 01, 1e", "demo, 05, 3c"})
    void takesNothingForWrittenThatTheSlotDoesNotShow(String name, String config, String timeStep) {
        var shown = slot(name, config, timeStep);
        unlock();
        token.say(Command.READ_SLOT, ScriptedNitrokey.EMPTY, shown);
        assertThatThrownBy(() -> write(Seed.adopt(new byte[] {1})))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("profile 5 does not show what was written into it");
    }

    @Test
    void neverOverwritesASeed() {
        unlock();
        token.say(Command.READ_SLOT, WRITTEN);
        token.asked();
        assertThatThrownBy(() -> write(Seed.adopt(new byte[] {1})))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("profile 5 of NITROKEY-00005B3A carries a seed, which is never overwritten");
        assertThat(token.asked()).hasSize(1);
    }

    @Test
    void takesNoSeedOfZerosWhichWouldKeepTheOldOne() {
        unlock();
        token.asked();
        assertThatThrownBy(() -> write(Seed.adopt(new byte[20]))).isInstanceOf(DeviceException.Unsupported.class);
        assertThat(token.asked()).allMatch(report -> report.startsWith("03"));
    }

    @Test
    void writesNothingBeforeItIsUnlocked() {
        token.asked();
        assertThatThrownBy(() -> write(Seed.adopt(new byte[] {1}))).isInstanceOf(IllegalStateException.class);
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void erasesWhatCarriesASeedAndLooksAfterwards() {
        unlock();
        token.asked();
        session.erase(5);
        assertThat(token.asked()).hasSize(1);
        token.say(Command.READ_SLOT, WRITTEN, ScriptedNitrokey.EMPTY);
        session.erase(5);
        assertThat(token.asked().get(1)).startsWith("06" + "25" + Sessions.CHANCE);
        token.say(Command.READ_SLOT, WRITTEN);
        assertThatThrownBy(() -> session.erase(5)).isInstanceOf(DeviceException.Malformed.class);
    }

    /** RFC 6238 appendix B, SHA-1, 8 digits. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "2000000000, 69279037"})
    void readsACodeWithItsLeadingZeros(long time, String code) {
        token.say(Command.GET_CODE, "00 " + littleEndian(Integer.parseInt(code)) + " 01");
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
        assertThat(session.readCode(0, otp, Instant.ofEpochSecond(time)).reveal())
                .isEqualTo(code);
    }

    private static String littleEndian(int value) {
        return "%08x".formatted(Integer.reverseBytes(value));
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "45, 45", "57, 57", "58, 57", "59, 57", "60, 60"})
    void setsTheClockSoThatTheStepDoesNotEndBeforeTheCodeIsRead(long at, int set) {
        token.asked();
        session.readCode(0, OtpProfile.Totp.STANDARD, Instant.ofEpochSecond(at));
        assertThat(token.asked().getFirst()).startsWith("0b01%02x00".formatted(set));
    }

    @Test
    void asksForACodeAsTheVendorsLibraryDoes() {
        token.asked();
        session.readCode(0, OtpProfile.Totp.STANDARD, Instant.ofEpochSecond(30));
        assertThat(token.asked()).element(1).isEqualTo(KnownFrames.GET_CODE);
    }

    @Test
    void saysWhatToDoAboutCodesBehindTheUserPin() {
        token.say(Command.GET_CODE, "05");
        assertThatThrownBy(() -> session.readCode(0, OtpProfile.Totp.STANDARD, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        DeviceException.Refused.class,
                        refused -> assertThat(refused.advice()).contains("give its user PIN"))
                .hasMessage("NITROKEY-00005B3A gives its codes only to who enters its user PIN");
    }

    /** As recorded; the byte is 1 where the protection is on (Nitrokey/nitrokey-pro-firmware), and FF in erased memory. */
    @Test
    void noticesThatProtectionBeforeAnythingIsChanged() {
        assertThat(session.codesLocked()).isTrue();
        for (var protection : List.of("00", "ff")) {
            token.say(Command.GET_STATUS, "00 0f00 3a5b0000 ffffff " + protection + " 00");
            assertThat(session.codesLocked()).isFalse();
        }
    }

    @Test
    void saysThatAnEmptySlotHasNoCode() {
        token.say(Command.GET_CODE, "03");
        assertThatThrownBy(() -> session.readCode(3, OtpProfile.Totp.STANDARD, Instant.EPOCH))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("profile 3 of NITROKEY-00005B3A carries no seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00000000 01", "00 40420f00 00", "00 ffffffff 00"})
    void takesNoCodeOfAnotherLength(String answer) {
        token.say(Command.GET_CODE, answer);
        assertThatThrownBy(() -> session.readCode(0, OtpProfile.Totp.STANDARD, Instant.EPOCH))
                .isInstanceOf(DeviceException.Malformed.class);
    }

    /** As report_protocol.h has it: the password stands at byte 19 of the report, behind what is not used. */
    @Test
    void repeatsTheUsersTemporaryPasswordWithEachCode() {
        try (var pin = TokenCredential.adopt("123456".getBytes(US_ASCII))) {
            session.unlockCodes(pin);
        }
        assertThat(session.codesLocked()).isFalse();
        token.asked();
        session.readCode(0, OtpProfile.Totp.STANDARD, Instant.ofEpochSecond(30));
        assertThat(token.asked()).element(1).asString().startsWith("0420" + "00".repeat(17) + Sessions.CHANCE + "00");
    }

    @Test
    void countsTheSlotsThatCountEventsAfterTheOthers() {
        assertThat(session.profiles()).isEqualTo(15);
        assertThat(session.countingProfiles()).containsExactly(15, 16, 17);
        for (int profile : List.of(-1, 18)) {
            assertThatThrownBy(() -> session.carriesSeed(profile))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessage("a Nitrokey Pro has no profile %d (0 to 17)".formatted(profile));
        }
        token.asked();
        List.of(15, 17).forEach(session::carriesSeed);
        assertThat(token.asked())
                .satisfiesExactly(
                        report -> assertThat(report).startsWith("0310"),
                        report -> assertThat(report).startsWith("0312"));
    }

    @Test
    void writesASlotThatCountsWithItsCounterAndWithoutAClock() {
        unlock();
        token.say(Command.READ_SLOT, ScriptedNitrokey.EMPTY, slot("demo", "00", "07"));
        token.asked();
        try (var seed = Seed.adopt(new byte[] {1})) {
            session.write(16, COUNTING, seed, "demo", 7);
        }
        assertThat(token.asked())
                .satisfiesExactly(
                        report -> assertThat(report).startsWith("0311"),
                        report -> assertThat(report).startsWith("17" + Sessions.CHANCE + "53" + "00" + "01"),
                        report -> assertThat(report).startsWith("17" + Sessions.CHANCE + "4e" + "00" + "64656d6f"),
                        report -> assertThat(report)
                                .startsWith("01" + Sessions.CHANCE + "11" + "0700000000000000" + "00"),
                        report -> assertThat(report).startsWith("0311"));
    }

    @Test
    void readsNoCodeOfTheOtherKind() {
        token.asked();
        assertThatThrownBy(() -> session.nextCode(14, COUNTING)).isInstanceOf(DeviceException.Unsupported.class);
        assertThatThrownBy(() -> session.readCode(15, OtpProfile.Totp.STANDARD, Instant.EPOCH))
                .isInstanceOf(DeviceException.Unsupported.class);
        assertThat(token.asked()).isEmpty();
    }

    private static String slot(String name, String config, String timeStep) {
        return "00" + HexFormat.of().formatHex(Arrays.copyOf(name.getBytes(US_ASCII), 15)) + config + "00".repeat(13)
                + timeStep + "00".repeat(7);
    }

    private void unlock() {
        session.factoryCredential().ifPresent(session::unlock);
    }

    private void write(Seed seed) {
        session.write(5, EIGHT, seed, "demo", CLOCK);
        seed.close();
    }
}
