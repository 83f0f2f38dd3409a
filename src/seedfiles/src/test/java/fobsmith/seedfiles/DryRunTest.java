package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private final ArrayList<DryRun.Row> rows = new ArrayList<>();

    private DryRun.Summary run(String text, ReadingTerms terms) {
        return DryRun.of(told -> Fixtures.openText(text, told), terms, rows::add);
    }

    @Test
    void tellsOfEveryLineThatWouldBeTakenAndOfEveryOneThatWouldNot() {
        var summary = run(Fixtures.text("seedfiles/oath.csv") + "F5,xyz,totp\n", ReadingTerms.STRICT);
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst())
                .isEqualTo(new DryRun.Row("GAHT00000001", 0, "", "", "", OtpProfile.Totp.STANDARD, 19));
        assertThat(summary.taken()).isEqualTo(3);
        assertThat(summary.omissions()).extracting(Omission::line).containsExactly(6, 7);
        assertThat(summary.importable()).isFalse();
        var told = run(
                Fixtures.text("seedfiles/oath.csv"), ReadingTerms.STRICT.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS));
        assertThat(told.importable()).isTrue();
    }

    @Test
    void callsAFileImportableWhoseOmissionsNeverEndIt() {
        var summary = run(Fixtures.text("seedfiles/safenet.xml"), ReadingTerms.STRICT.withEventBased());
        assertThat(summary.omissions()).hasSize(1);
        assertThat(summary.importable()).isTrue();
    }

    @Test
    void endsWhereTheFileItselfIsBroken() {
        assertThatThrownBy(() -> run("{\"tokens\":[", ReadingTerms.STRICT)).isInstanceOf(SeedFileException.class);
    }

    @Test
    void countsWhatIsRead() {
        var text = Fixtures.text("seedfiles/oath.csv");
        var file = new CountedFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(file.taken()).isZero();
        DryRun.of(terms -> SeedFileReader.open(file, terms), ReadingTerms.STRICT.withEventBased(), rows::add);
        assertThat(file.taken()).isEqualTo(text.length());
    }
}
