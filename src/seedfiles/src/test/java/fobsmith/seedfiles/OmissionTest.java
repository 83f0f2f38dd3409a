package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OmissionTest {
    private static final String THREE_FOBS = Fixtures.text("pskc/three-fobs.xml");

    private final List<Omission> omissions = new ArrayList<>();
    private final ReadingTerms terms =
            ReadingTerms.STRICT.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);

    @Test
    void leavesOutAKeyItCannotTakeAndReadsOn() {
        var xml = THREE_FOBS.replace("dGVzdCBzZWVkIG9mIGZvYiAwMDI=", "dGVz*");
        assertThat(Fixtures.readThrough(Fixtures.reader(xml, terms)))
                .hasSize(2)
                .noneMatch(key -> key.contains("GAHT00000002"));
        assertThat(omissions)
                .containsExactly(new Omission(28, "token GAHT00000002 has a secret that is not base64", true));
    }

    @Test
    void leavesOutAlsoTheFirstAndTheLastAndAll() {
        var xml = THREE_FOBS.replace("pskc:totp", "pskc:ocra");
        assertThat(Fixtures.readThrough(Fixtures.reader(xml, terms))).isEmpty();
        assertThat(omissions).extracting(Omission::line).containsExactly(4, 28, 52);
    }

    @Test
    void wipesTheSeedOfAKeyItLeavesOut() {
        var seeds = new AdoptedSeeds();
        var xml = THREE_FOBS.replace("<KeyUsage>OTP", "<KeyUsage>CR");
        var file = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(Fixtures.readThrough(new PskcReader(file, terms, seeds))).hasSize(2);
        assertThat(seeds.count()).isEqualTo(3);
        seeds.assertAllWiped();
    }

    @Test
    void stillRefusesAFileThatBreaksTheFormat() {
        var unknown = THREE_FOBS.replaceFirst("<Model>", "<Colour/><Model>");
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(unknown, terms)))
                .hasMessage("line 8: unexpected element Colour in DeviceInfo");
        var cut = THREE_FOBS.substring(0, THREE_FOBS.length() - 100).replaceFirst("pskc:totp", "pskc:ocra");
        try (var reader = Fixtures.reader(cut, terms);
                var second = reader.next().orElseThrow()) {
            assertThat(second.serial()).isEqualTo("GAHT00000002");
            assertThatThrownBy(reader::next).isInstanceOf(SeedFileException.Malformed.class);
            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void doesNotResumeAFileThatBreaksAfterAnOmission() {
        var xml = THREE_FOBS
                .replaceFirst("pskc:totp", "pskc:ocra")
                .replaceFirst("</KeyPackage>", "</KeyPackage><Colour/>");
        try (var reader = Fixtures.reader(xml, terms)) {
            assertThatThrownBy(reader::next).isInstanceOf(SeedFileException.Malformed.class);
            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void takesTheKeyOfFigure5AndReportsItsPin() {
        var lenient = terms.withEventBased().tolerating(Leniency.PIN_CHECKED_BY_TOKEN);
        try (var reader = Fixtures.reader(Fixtures.text("rfc6030/figure-5.xml"), lenient);
                var key = reader.next().orElseThrow()) {
            assertThat(key.counter()).hasValue(0);
            assertThat(key.pinPolicy()).map(PinPolicy::keyId).contains("123456781");
            assertThat(reader.next()).isEmpty();
        }
        assertThat(omissions)
                .extracting(Omission::reason)
                .containsExactly("token 987654321 has algorithm PIN; this reader takes TOTP and HOTP only");
    }

    @Test
    void takesTheSerialFromTheKeyIdIfTold() {
        var xml = THREE_FOBS.replaceAll("<SerialNo>.*?</SerialNo>", "").replace("key-1", "283599:2");
        var told = ReadingTerms.STRICT.tolerating(Leniency.SERIAL_FROM_KEY_ID);
        try (var reader = Fixtures.reader(xml, told);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow()) {
            assertThat(first.serial()).isEqualTo("283599");
            assertThat(first.slot()).hasValue(2);
            assertThat(second.serial()).isEqualTo("key-2");
            assertThat(second.slot()).isEmpty();
        }
    }

    @Test
    void knowsTheSlotOnlyByTheSerialOfTheToken() {
        var xml = THREE_FOBS
                .replace("key-1", "GAHT00000001:12")
                .replace("key-2", "OTHER:2")
                .replace("key-3", "GAHT00000003:x");
        try (var reader = Fixtures.reader(xml);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow();
                var third = reader.next().orElseThrow()) {
            assertThat(first.slot()).hasValue(12);
            assertThat(second.slot()).isEmpty();
            assertThat(third.slot()).isEmpty();
        }
    }
}
