package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.TestRegistry;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPreviewTest {
    private static final Path FIXTURES = Path.of("../../fixtures");
    private static final ReadingTerms LEAVING_OUT = ReadingTerms.STRICT.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS);

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final List<ImportPreview.Row> rows = new ArrayList<>();

    private ImportPreview preview(Path file, ReadingTerms terms) {
        return ImportPreview.of(ImportOrder.of(file, "", terms), clock, rows::add);
    }

    @Test
    void namesWhatAnImportWouldTakeAndRefuse() throws IOException {
        var three = FIXTURES.resolve("pskc/three-fobs.xml");
        var text = Files.readString(three).replace("GAHT00000002", "1234567");
        var preview = preview(Files.writeString(folder.resolve("short.xml"), text), ReadingTerms.STRICT);
        assertThat(rows).extracting(ImportPreview.Row::serial).containsExactly("GAHT00000001", "GAHT00000003");
        assertThat(preview.taken()).isEqualTo(2);
        assertThat(preview.omissions())
                .singleElement()
                .satisfies(omission -> assertThat(omission.reason()).contains("\"1234567\" is not a serial number"));
        assertThat(preview.importable()).isFalse();
        assertThat(preview(three, ReadingTerms.STRICT).importable()).isTrue();
    }

    @Test
    void tellsOfEveryLineThatWouldBeTakenAndOfEveryOneThatWouldNot() throws IOException {
        var oath = FIXTURES.resolve("seedfiles/oath.csv");
        var file = Files.writeString(folder.resolve("oath.csv"), Files.readString(oath) + "GAHT00000005,xyz,totp\n");
        var preview = preview(file, ReadingTerms.STRICT);
        assertThat(rows.getFirst())
                .isEqualTo(new ImportPreview.Row("GAHT00000001", "", "", "", OtpProfile.Totp.STANDARD, 19));
        assertThat(preview.taken()).isEqualTo(3);
        assertThat(preview.omissions()).extracting(Omission::line).containsExactly(6, 7);
        assertThat(preview.importable()).isFalse();
        assertThat(preview(oath, LEAVING_OUT).importable()).isTrue();
    }

    @Test
    void callsAFileImportableWhoseOmissionsNeverEndIt() {
        var preview = preview(FIXTURES.resolve("seedfiles/safenet.xml"), ReadingTerms.STRICT.withEventBased());
        assertThat(preview.omissions()).hasSize(1);
        assertThat(preview.importable()).isTrue();
    }

    @Test
    void endsWhereTheFileItselfIsBroken() throws IOException {
        var file = Files.writeString(folder.resolve("cut.json"), "{\"tokens\":[");
        assertThatThrownBy(() -> preview(file, ReadingTerms.STRICT)).isInstanceOf(SeedFileException.class);
    }

    /** Whatever the file: the same tokens, the same omissions, and neither takes what the other refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pskc/three-fobs.xml",
                "pskc/duplicate-serial.xml",
                "pskc/no-serial.xml",
                "pskc/no-secret.xml",
                "pskc/hotp.xml",
                "pskc/policy-unknown.xml",
                "seedfiles/oath.csv",
                "seedfiles/entra.csv",
                "seedfiles/otpauth.txt"
            })
    void promisesWhatTheImportDoes(String name) {
        var file = FIXTURES.resolve(name);
        boolean importable = preview(file, ReadingTerms.STRICT).importable();
        rows.clear();
        var lenient = preview(file, LEAVING_OUT);
        try (var rig = TestRegistry.copy(folder, clock)) {
            var running = new SeedFileImport(rig.registry);
            if (!importable) {
                assertThatThrownBy(() -> running.run(rig.console, file, ""))
                        .isInstanceOfAny(ImportException.class, SeedFileException.class);
            }
            var report = running.run(rig.console, ImportOrder.of(file, "", LEAVING_OUT));
            assertThat(report.added()).isEqualTo(rows.size());
            assertThat(report.omissions()).isEqualTo(lenient.omissions());
            if (importable) {
                assertThat(running.run(rig.console, file, "").known()).isEqualTo(rows.size());
            }
        }
    }
}
