package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedFileImportTest {
    private static final Path FIXTURES = Path.of("../../fixtures/pskc");
    private static final Path THREE = FIXTURES.resolve("three-fobs.xml");

    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void bringsEachFobIntoStock() {
        assertThat(run(THREE)).isEqualTo(new ImportReport(3, 3, 0, 0, 0, 0, 0, List.of(), false));
        assertThat(rig.registry.tokens().list("", 9).items())
                .extracting(Token::state)
                .containsOnly(TokenState.IMPORTED)
                .hasSize(3);
        assertThat(rig.registry.tokens().get(SerialNumber.parse("GAHT00000002")).model())
                .isEqualTo("GHT-6");
    }

    @Test
    void keepsTheSeedThatTheFileHolds() {
        run(THREE);
        var fob = SerialNumber.parse("GAHT00000001");
        var profile = OtpProfile.Totp.STANDARD;
        try (var seed = Seed.adopt("test seed of fob 001".getBytes(StandardCharsets.US_ASCII))) {
            long step = profile.stepAt(rig.clock.instant());
            var pair = new CodePair(Codes.code(seed, profile, step), Codes.code(seed, profile, step + 1));
            assertThat(rig.registry.typedCodes().check(rig.console, fob, pair))
                    .isInstanceOf(CodeOutcome.Accepted.class);
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        run(THREE);
        assertThat(run(THREE)).isEqualTo(new ImportReport(3, 0, 3, 0, 0, 0, 0, List.of(), false));
    }

    @Test
    void refusesTheWholeFileIfOneSerialHasAnotherSeed() {
        rig.fob("GAHT00000003");
        assertThatThrownBy(() -> run(THREE))
                .isInstanceOf(RegistryRefusal.TokenExists.class)
                .hasMessage("a token with serial GAHT00000003 is already in the registry with another seed or profile");
        assertThat(rig.registry.tokens().list("", 9).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra.csv", "oath-version-2.csv"})
    void tellsTheFormatByTheContent(String name) {
        assertThat(run(Path.of("../../fixtures/seedfiles").resolve(name)).added())
                .isGreaterThanOrEqualTo(2);
        assertThat(rig.registry.tokens().find(SerialNumber.parse("GAHT00000001")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "malformed.xml",
                "entity-bomb.xml",
                "external-entity.xml",
                "hotp.xml",
                "no-serial.xml",
                "encrypted.xml",
                "policy-unknown.xml",
                "../seedfiles/oath.csv"
            })
    void whatTheReaderRefusesLeavesNothingBehind(String name) {
        assertThatThrownBy(() -> run(FIXTURES.resolve(name))).isInstanceOf(SeedFileException.class);
        assertThat(rig.registry.tokens().list("", 9).items()).isEmpty();
    }

    @Test
    void refusesASerialThatStandsTwice() {
        assertThatThrownBy(() -> run(FIXTURES.resolve("duplicate-serial.xml")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("stands twice");
        assertThat(rig.registry.tokens().list("", 9).items()).isEmpty();
    }

    @Test
    void aShortSerialNeedsAPrefix() throws IOException {
        var text = Files.readString(THREE).replace("GAHT00000001", "1234567");
        var file = Files.writeString(folder.resolve("short.xml"), text);
        assertThatThrownBy(() -> run(file)).hasMessageContaining("\"1234567\" is not a serial number of 9 to 64");
        new SeedFileImport(rig.registry).run(rig.console, file, "ACME-");
        assertThat(rig.registry.tokens().find(SerialNumber.parse("ACME-1234567")))
                .isPresent();
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> run(folder.resolve("nowhere.xml")))
                .hasMessage("there is no seed file " + folder.resolve("nowhere.xml"));
        assertThatThrownBy(() -> run(folder)).hasMessage(folder + " is a folder, not a seed file");
    }

    @Test
    void leavesAShortSerialOutWhereThatIsAskedFor() throws IOException {
        var text = Files.readString(THREE).replace("GAHT00000001", "1234567");
        var file = Files.writeString(folder.resolve("short.xml"), text);
        var terms = ReadingTerms.STRICT.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS);
        var report = new SeedFileImport(rig.registry).run(rig.console, ImportOrder.of(file, "", terms));
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.omissions()).extracting(Omission::line).containsExactly(4);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        var told = new ArrayList<Long>();
        long size = Files.size(THREE);
        ImportProgress watching = (keys, bytes, whole) -> {
            assertThat(bytes).isBetween(1L, size);
            assertThat(whole).isEqualTo(size);
            told.add(keys);
        };
        var source = new SeedFileSource(List.of(THREE), null);
        var order = new ImportOrder(source, "", ReadingTerms.STRICT, null, List.of(), watching);
        new SeedFileImport(rig.registry).run(rig.console, order);
        assertThat(told).containsExactly(1L, 2L, 3L);
    }

    /** RFC 6030 section 4.1: positive for a token that is ahead. Five thousand steps are out of reach unless they are known. */
    @ParameterizedTest
    @ValueSource(ints = {40, -40, 5_000, -5_000})
    void aDriftThatTheFileKnowsIsWhereTheTokenIsSearched(int steps) throws IOException {
        var text = Files.readString(THREE).replaceAll("<PlainValue>-2<", "<PlainValue>%d<".formatted(steps));
        run(Files.writeString(folder.resolve("drifted.xml"), text));
        var fob = SerialNumber.parse("GAHT00000003");
        var profile = OtpProfile.Totp.STANDARD;
        var clock = rig.registry.tokens().get(fob).clock();
        assertThat(clock.driftMillis()).isEqualTo(steps * 30_000L);
        assertThat(clock.learnedAt()).as("when that was seen, nobody knows").isNull();
        try (var seed = Seed.adopt("test seed of fob 003".getBytes(StandardCharsets.US_ASCII))) {
            long step = profile.stepAt(rig.clock.instant()) + steps;
            var pair = new CodePair(Codes.code(seed, profile, step - 1), Codes.code(seed, profile, step));
            var enabled = rig.registry.typedCodes().enable(rig.console, rig.user("bob"), fob, pair);
            assertThat(enabled).isInstanceOf(CodeOutcome.Accepted.class);
            assertThat(rig.registry.tokens().get(fob).suspect()).isFalse();
        }
    }

    private Path crate(String name, int count) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("GAHT%08d,%040d,totp,6,30\n".formatted(i, i));
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    private static ImportOrder order(Path file, String prefix, ImportProgress watching) {
        var source = new SeedFileSource(List.of(file), null);
        return new ImportOrder(source, prefix, ReadingTerms.STRICT, null, List.of(), watching);
    }

    /** What a process leaves that is killed after so many keys. */
    private Path killedAfter(int keys, Path file) {
        var left = folder.resolve("left.db");
        ImportProgress killer = (number, _, _) -> {
            if (number == keys) {
                rig.registry.backup().write(rig.console, left);
                throw new ImportException("no more");
            }
        };
        assertThatThrownBy(() -> new SeedFileImport(rig.registry).run(rig.console, order(file, "", killer)))
                .hasMessage("no more");
        return left;
    }

    private ImportReport resume(Path left, Path file, String prefix) {
        try (var key = RegistryKey.KeyFile.read(rig.keyFile());
                var registry = Registry.open(left, key, rig.clock, new SecureRandom())) {
            return new SeedFileImport(registry).run(rig.console, order(file, prefix, ImportProgress.UNWATCHED));
        }
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws IOException {
        var left = killedAfter(350, crate("crate.csv", 450));
        var renamed = Files.move(folder.resolve("crate.csv"), folder.resolve("copy of crate.csv"));
        var report = resume(left, renamed, "");
        assertThat(report.resumedAfter()).isEqualTo(200);
        assertThat(report.added()).isEqualTo(450);
        assertThat(resume(left, renamed, "").known()).isEqualTo(450);
    }

    @Test
    void otherTermsOrOtherContentBeginAnew() throws IOException {
        var file = crate("crate.csv", 450);
        var left = killedAfter(350, file);
        assertThat(resume(left, file, "X-"))
                .extracting(ImportReport::resumedAfter, ImportReport::added)
                .containsExactly(0L, 450);
        Files.delete(left);
        killedAfter(350, file);
        assertThat(resume(left, crate("crate.csv", 449), ""))
                .extracting(ImportReport::resumedAfter, ImportReport::added)
                .containsExactly(0L, 449);
    }

    private ImportReport run(Path file) {
        return new SeedFileImport(rig.registry).run(rig.console, file, "");
    }
}
