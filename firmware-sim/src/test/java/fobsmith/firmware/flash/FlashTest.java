package fobsmith.firmware.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlashTest {
    private static final int WORD = 5;
    private static final int UNTOUCHED = -1;

    @TempDir
    Path folder;

    private final Flash flash = Flash.inMemory();

    @Test
    void programmingOnlyClearsBits() {
        flash.program(WORD, 0xff00ff00);
        flash.program(WORD, 0x0ff00ff0);
        assertThat(flash.read(WORD)).isEqualTo(0x0f000f00);
    }

    @Test
    void erasingSetsAllBitsOfOnePage() {
        flash.program(WORD, 0);
        flash.program(Flash.PAGE_WORDS, 0);
        flash.erase(0);
        assertThat(flash.read(WORD)).isEqualTo(UNTOUCHED);
        assertThat(flash.read(Flash.PAGE_WORDS)).isZero();
    }

    @Test
    void aCutBeforeAnOperationLeavesItUndone() {
        flash.cutPowerBefore(1);
        flash.program(WORD, 1);
        assertThatThrownBy(() -> flash.program(WORD + 1, 2)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> flash.read(WORD)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> flash.erase(0)).isInstanceOf(PowerLost.class);
        flash.powerOn();
        assertThat(flash.read(WORD)).isEqualTo(1);
        assertThat(flash.read(WORD + 1)).isEqualTo(UNTOUCHED);
    }

    @Test
    void aCutWithinAWordLeavesSomeOfItsBitsProgrammed() {
        flash.cutPowerWithin(0, new SplittableRandom(1));
        assertThatThrownBy(() -> flash.program(WORD, 0x0000ffff)).isInstanceOf(PowerLost.class);
        flash.powerOn();
        assertThat(flash.read(WORD) & 0x0000ffff).isEqualTo(0x0000ffff);
        assertThat(flash.read(WORD) >>> 16).isNotZero().isNotEqualTo(0xffff);
    }

    @Test
    void aCutWithinAnEraseLeavesSomeBitsSet() {
        flash.program(WORD, 0x0000ffff);
        flash.program(Flash.PAGE_WORDS - 1, 0);
        flash.cutPowerWithin(0, new SplittableRandom(2));
        assertThatThrownBy(() -> flash.erase(0)).isInstanceOf(PowerLost.class);
        flash.powerOn();
        assertThat(flash.read(WORD) & 0x0000ffff).isEqualTo(0x0000ffff);
        assertThat(flash.read(Flash.PAGE_WORDS - 1)).isNotZero().isNotEqualTo(UNTOUCHED);
    }

    @Test
    void aTornWordIsTheSameForTheSameSeed() {
        try (var other = Flash.inMemory()) {
            for (var one : new Flash[] {flash, other}) {
                one.cutPowerWithin(0, new SplittableRandom(3));
                assertThatThrownBy(() -> one.program(WORD, 0)).isInstanceOf(PowerLost.class);
                one.powerOn();
            }
            assertThat(other.read(WORD)).isEqualTo(flash.read(WORD));
        }
    }

    @Test
    void aCutCanBeCalledOff() {
        flash.cutPowerBefore(0);
        flash.callOffPowerCut();
        flash.program(WORD, 7);
        assertThat(flash.read(WORD)).isEqualTo(7);
        assertThat(flash.operations()).isOne();
    }

    @Test
    void anImageKeepsEveryOperationThatWasDone() {
        var file = folder.resolve("a.flash");
        try (var one = Flash.open(file)) {
            one.program(WORD, 1);
            one.program(Flash.WORDS - 1, 2);
            one.erase(0);
            one.program(WORD, 3);
            one.cutPowerBefore(0);
            assertThatThrownBy(() -> one.program(WORD + 1, 4)).isInstanceOf(PowerLost.class);
        }
        try (var again = Flash.open(file)) {
            assertThat(again.read(WORD)).isEqualTo(3);
            assertThat(again.read(WORD + 1)).isEqualTo(UNTOUCHED);
            assertThat(again.read(Flash.WORDS - 1)).isEqualTo(2);
        }
    }

    @Test
    void anImageThatCannotBeWrittenIsALossOfPowerUntilItCan() {
        var kept = new int[Flash.WORDS];
        var broken = new AtomicBoolean();
        var one = Flash.erased(new Image() {
            @Override
            public void write(int[] cells, int first, int words) {
                if (broken.get()) {
                    throw new FlashException("no space is left");
                }
                System.arraycopy(cells, first, kept, first, words);
            }

            @Override
            public void close() {}
        });
        one.program(WORD, 1);
        broken.set(true);
        assertThatThrownBy(() -> one.program(WORD + 1, 2)).isInstanceOf(FlashException.class);
        assertThatThrownBy(() -> one.read(WORD)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(one::powerOn).isInstanceOf(FlashException.class);
        assertThatThrownBy(() -> one.read(WORD)).isInstanceOf(PowerLost.class);
        broken.set(false);
        one.powerOn();
        assertThat(one.read(WORD)).isEqualTo(1);
        assertThat(one.read(WORD + 1)).isEqualTo(kept[WORD + 1]);
    }

    @Test
    void anImageIsReadableByItsOwnerOnly() throws IOException {
        var file = folder.resolve("a.flash");
        try (var _ = Flash.open(file)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----"})
    void anImageThatIsOpenToOthersIsRefused(String permissions) throws IOException {
        var file = folder.resolve("a.flash");
        Flash.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> Flash.open(file))
                .isInstanceOf(FlashException.class)
                .hasMessage("flash image %s holds seeds but is open to others; make it yours alone with chmod 600 %s"
                        .formatted(file, file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Flash.open(file).close();
    }

    @Test
    void anImageIsNotFollowedToWhereALinkPoints() throws IOException {
        var file = folder.resolve("a.flash");
        Flash.open(file).close();
        var link = Files.createSymbolicLink(folder.resolve("link.flash"), file);
        assertThatThrownBy(() -> Flash.open(link))
                .isInstanceOf(FlashException.class)
                .hasMessage("flash image %s cannot be opened".formatted(link));
        Flash.open(file).close();
    }

    @Test
    void anImageBelongsToOneTokenAtATime() {
        var file = folder.resolve("a.flash");
        try (var _ = Flash.open(file)) {
            assertThatThrownBy(() -> Flash.open(file))
                    .isInstanceOf(FlashException.class)
                    .hasMessage("flash image %s is another token's".formatted(file));
        }
        Flash.open(file).close();
    }

    /** The kernel is asked: a lock that has been dropped still stands in this process's own books. */
    @Test
    void anImageStaysLockedThoughAnotherTokenWantedIt() throws IOException {
        var file = folder.resolve("a.flash");
        var sameFolder = Files.createSymbolicLink(folder.resolve("same"), folder);
        try (var _ = Flash.open(file)) {
            assertThat(isLocked(file)).isTrue();
            for (var name : new Path[] {file, folder.resolve("./a.flash"), sameFolder.resolve("a.flash")}) {
                assertThatThrownBy(() -> Flash.open(name))
                        .hasMessage("flash image %s is another token's".formatted(name));
                assertThat(isLocked(file)).isTrue();
            }
        }
        assertThat(isLocked(file)).isFalse();
    }

    /** Linux lists all locks with the inode of their files. */
    private static boolean isLocked(Path file) throws IOException {
        var inode = ":%s ".formatted(Files.getAttribute(file, "unix:ino"));
        return Files.readString(Path.of("/proc/locks")).contains(inode);
    }

    @Test
    void aFileOfAnotherSizeIsNoImageAndIsLeftAlone() throws IOException {
        var file = Files.writeString(folder.resolve("letter.txt"), "dear reader");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> Flash.open(file))
                .isInstanceOf(FlashException.class)
                .hasMessage("file %s has 11 bytes, a flash image 65536".formatted(file));
        assertThat(file).hasContent("dear reader");
    }

    @Test
    void namesAnImageInAFolderThatIsNotThere() {
        var file = folder.resolve("nowhere/a.flash");
        assertThatThrownBy(() -> Flash.open(file))
                .isInstanceOf(FlashException.class)
                .hasMessage("flash image %s cannot be opened".formatted(file));
    }
}
