package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SafeWord's records and Yubico's logs, as LinOTP and privacyIDEA document them in their importers. */
class RecordsTest {
    private static final ReadingTerms BOTH = ReadingTerms.STRICT.withEventBased();
    private static final String KEY = "sccTokenData: sccKey=00112233445566778899;sccMode=E;sccPwLen=6;";

    @Test
    void readsSafeWordRecords() {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/safeword.dat", BOTH)))
                .containsExactly(
                        "SAFE00000001, Hotp[algorithm=SHA1, digits=6], \"test seed of fob 001\", counter none, issuer \"\"",
                        "SAFE00000002, Totp[algorithm=SHA256, digits=8, timeStep=PT1M], \"test seed of fob 002\","
                                + " counter none, issuer \"\"");
    }

    /** 946,684,800 seconds from 1970 to 2000 are 15,778,080 minutes. */
    @Test
    void handsOnThatSafeWordCountsFromTheYear2000() {
        try (var reader = Fixtures.open("seedfiles/safeword.dat", BOTH);
                var eventBased = reader.next().orElseThrow();
                var timeBased = reader.next().orElseThrow()) {
            assertThat(eventBased.timeDrift()).isEmpty();
            assertThat(timeBased.timeDrift()).isEqualTo(OptionalInt.of(-15_778_080));
            assertThat(timeBased.model()).isEqualTo("eToken-PASS-TS");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sccMode=E                       | sccMode=Q                    | the record of line 1 is neither event-based (sccMode=E) nor time-based (sccMode=T)
        sccKey=00112233445566778899     | sccKey=(AES:0011)            | the record of line 1 has a key that SafeWord itself has encrypted, which only SafeWord opens
        sccKey=00112233445566778899     | sccKey=0011;sccKey=0011      | the record of line 1 has several keys
        sccKey=00112233445566778899     | sccKey=001                   | the record of line 1 has a secret of 3 hexadecimal digits, an odd number
        sccKey=00112233445566778899     | other=00112233445566778899   | the record of line 1 has no serial number (sccAuthenticatorId) or no key (sccKey)
        sccMode=E                       | sccMode=T;sccTick=7          | the record of line 1 counts steps of a length that does not divide the time from 1970 to 2000
        sccTokenData:                   | sccTokenData                 | line 3: is no name with a value
        """)
    void refusesARecordThatIsNotUnderstood(String honest, String changed, String message) {
        var record = "dn: sccAuthenticatorId=A\nsccAuthenticatorId: A\n" + KEY;
        assertThat(record).contains(honest);
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(record.replace(honest, changed), BOTH)))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @Test
    void leavesOutABadRecordIfTold() {
        var omissions = new ArrayList<Omission>();
        var told = BOTH.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        var file = Fixtures.text("seedfiles/safeword.dat").replace("sccMode=E", "sccMode=Q") + "\nno record at all\n";
        assertThat(Fixtures.keys(Fixtures.openText(file, told))).hasSize(1);
        assertThat(omissions).extracting(Omission::line).containsExactly(3, 17);
    }

    @Test
    void readsYubicosLogWithItsSlots() {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/yubico.csv", BOTH)))
                .containsExactly(
                        "ubhe00000001, Hotp[algorithm=SHA1, digits=6], \"test seed of fob 001\", counter none, issuer \"\"",
                        "ubhe00000001, Hotp[algorithm=SHA1, digits=8], \"test seed of fob 002\", counter none, issuer \"\"");
        try (var reader = Fixtures.open("seedfiles/yubico.csv", BOTH);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow()) {
            assertThat(first.slot()).isEqualTo(OptionalInt.of(1));
            assertThat(second.slot()).isEqualTo(OptionalInt.of(2));
        }
    }

    @Test
    void readsYubicosFlatLogWithItsSerials() {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/yubico-flat.csv", BOTH)))
                .containsExactly(
                        "5083260, Hotp[algorithm=SHA1, digits=6], \"test seed of fob 001\", counter none, issuer \"\"",
                        "5083261, Hotp[algorithm=SHA1, digits=6], \"test seed of fob 002\", counter none, issuer \"\"");
    }

    /** The lines of Yubico OTP and static passwords are those in the comment of privacyIDEA's importer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Yubico OTP,12/11/2013 11:10,1,vvgutbiedkvi,ab86c04de6a3,d26a7c0f85fdda28bd816e406342b214,,,0,0 | line 1: is neither a TOTP nor a HOTP key, but a Yubico OTP, a password or a challenge
        Static Password,11.12.13 19:08,1,,d5a3d50327dc,0e8e37b0e38b314a56748c030f58d21d,,,0,0          | line 1: is neither a TOTP nor a HOTP key, but a Yubico OTP, a password or a challenge
        508326,cccccccccccc,83cebdfb7b93,a47c5bf9c152202f577be6721c0113af,,2013-12-12T08:43:17,        | line 1: is neither a TOTP nor a HOTP key, but a Yubico OTP or a password
        508326,,,9e2fd386224a7f77e9b5aee775464033,,2013-12-12T08:44:34,                                | line 1: is neither a TOTP nor a HOTP key, but a Yubico OTP or a password
        OATH-HOTP,11.12.13 18:55,1,,,916821d3a138bf855e70,,                                            | line 1: has no token identifier, which stands for the serial number
        OATH-HOTP,11.12.13 18:55,1                                                                     | line 1: is no line of Yubico's log with an OATH-HOTP key
        """)
    void refusesWhatIsNoHotpKeyInYubicosLogs(String line, String message) {
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(line, BOTH)))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }
}
