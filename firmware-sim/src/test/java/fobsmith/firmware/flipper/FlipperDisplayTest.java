package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlipperDisplayTest extends FlipperRig {
    /** 32 and 64 bytes: RFC 6238 appendix B as its errata have it. */
    private static final String SEED_32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";

    private static final String SEED_64 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA";

    /** RFC 6238 appendix B. */
    @Test
    void showsTheCodesOfTheStandard() {
        type("totp add a -d 8\\r" + SEED + "\\rtotp add b -d 8 -a sha256\\r" + SEED_32 + "\\r");
        type("totp add c -d 8 -a sha512\\r" + SEED_64 + "\\r");
        flipper.setTime(Instant.ofEpochSecond(1_111_111_109));
        assertThat(flipper.display(0)).isEqualTo(new Display(FlipperDescription.FIRST_UID, "07081804", 1));
        assertThat(flipper.display(1).display()).isEqualTo("68084774");
        assertThat(flipper.display(2).display()).isEqualTo("25091201");
        flipper.setTime(Instant.ofEpochSecond(2_000_000_000));
        assertThat(flipper.display(0)).isEqualTo(new Display(FlipperDescription.FIRST_UID, "69279037", 10));
        assertThat(flipper.display(1).display()).isEqualTo("90698825");
        assertThat(flipper.display(2).display()).isEqualTo("38618901");
    }

    /** RFC 4226 appendix D. */
    @Test
    void showsTheCounterValuesOfTheStandard() {
        add("a -t hotp");
        add("b -t hotp -i 9");
        assertThat(flipper.display(0)).isEqualTo(new Display(FlipperDescription.FIRST_UID, "755224", 0));
        assertThat(flipper.display(1).display()).isEqualTo("520489");
    }

    /** Computed with another implementation. */
    @Test
    void showsSteamCodesAndFiveDigits() {
        add("a -a steam");
        add("b -d 5");
        add("c -l 60");
        assertThat(flipper.display(0).display()).isEqualTo("VVNDC");
        assertThat(flipper.display(1).display()).isEqualTo("54838");
        assertThat(flipper.display(2)).isEqualTo(new Display(FlipperDescription.FIRST_UID, "538397", 60));
    }

    @Test
    void showsWhatWasAddedLastOrSelected() {
        assertThat(flipper.display().blank()).isTrue();
        add("a -d 5");
        add("b -d 8");
        assertThat(flipper.display().display()).hasSize(8);
        assertThat(flipper.select(0).display()).hasSize(5);
        assertThat(flipper.display().display()).hasSize(5);
        answer("totp rm 1 -f");
        assertThat(flipper.display().display()).hasSize(8);
        assertThatThrownBy(() -> flipper.display(1))
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 5A11CE0027E18000 has no entry 2");
        assertThatThrownBy(() -> flipper.select(-1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void driftsAsItsCrystalDoes() {
        flipper.setDrift(Drift.constant(100));
        realTime.turn(Duration.ofDays(1));
        assertThat(flipper.state().errorMillis()).isEqualTo(8640);
        assertThat(answer("date")).isEqualTo("2026-11-24 12:00:08 2");
        flipper.shift(Duration.ofSeconds(-8));
        assertThat(answer("date")).isEqualTo("2026-11-24 12:00:00 2");
    }

    @Test
    void suffersFromItsFaults() {
        add("one");
        flipper.fault(Fault.DEAD_BATTERY);
        assertThat(flipper.display().blank()).isTrue();
        assertThat(flipper.state().faults()).containsExactly(Fault.DEAD_BATTERY);
        flipper.mend(Fault.DEAD_BATTERY);
        flipper.fault(Fault.RESET_TO_2000);
        assertThat(answer("date")).isEqualTo("2000-01-01 00:00:00 6");
        answer("date 2026-11-23 12:00:00 1");
        assertThat(flipper.state().faults()).isEmpty();
        assertThat(flipper.display().display()).isEqualTo("454838");
    }

    @Test
    void refusesEverythingOnceRemoved() {
        flipper.close();
        assertThatThrownBy(flipper::display)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("removed");
        flipper.receive(ascii("date\r"));
        assertThat(fetch()).isEmpty();
        assertThat(flipper).hasToString("Flipper[5A11CE0027E18000]");
    }

    @Test
    void refusesDescriptionsNoFlipperHas() {
        assertThatThrownBy(() -> FlipperDescription.of("5a11ce0027e18000", "Ferris"))
                .hasMessageContaining("16 hex");
        assertThatThrownBy(() -> FlipperDescription.of("5A11CE0027E18000", "Ferris the 2nd"))
                .hasMessageContaining("8 letters");
        assertThatThrownBy(() -> PLAIN.withCapacity(0)).hasMessage("0 entries are not between 1 and 118");
    }
}
