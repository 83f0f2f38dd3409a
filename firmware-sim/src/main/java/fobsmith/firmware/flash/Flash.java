package fobsmith.firmware.flash;

import fobsmith.firmware.usb.PowerLost;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Two pages of flash, in 32-bit words. A word can only have bits cleared, a page only all of its bits set; each word
 * programmed and each page erased is one operation, and a power cut can be armed before or within any of them. Whatever was
 * done is in the image at once. One thread at a time.
 */
public final class Flash implements AutoCloseable {
    /** Words of a page: 32 KiB. */
    public static final int PAGE_WORDS = 8192;

    static final int WORDS = 2 * PAGE_WORDS;
    static final int ERASED = -1;

    private final String name;
    private final int[] cells;
    private final Image image;
    private PowerCut cut = PowerCut.NEVER;
    private boolean powered = true;
    private boolean imageIsBehind;
    private long operations;

    private Flash(String name, int[] cells, Image image) {
        this.name = name;
        this.cells = cells;
        this.image = image;
    }

    /** Erased flash with this image of it. */
    static Flash erased(Image image) {
        var cells = new int[WORDS];
        Arrays.fill(cells, ERASED);
        return new Flash("the flash image", cells, image);
    }

    /** Erased flash that nobody keeps. */
    public static Flash inMemory() {
        return erased(Image.NONE);
    }

    /**
     * Flash whose image is this file, readable by its owner only: it holds seeds. Where there is none it is made, erased. It
     * is this flash's alone until closed.
     *
     * @throws FlashException where the file cannot be used, is another's, open to others, a symbolic link, or no image
     */
    public static Flash open(Path file) {
        var image = ImageFile.open(file);
        try {
            return new Flash("flash image " + file, image.read(), image);
        } catch (FlashException e) {
            image.close();
            throw e;
        }
    }

    /** For messages. */
    String name() {
        return name;
    }

    /** Power will fail just before the operation after so many more. */
    public void cutPowerBefore(long moreOperations) {
        cut = PowerCut.before(operations + moreOperations);
    }

    /** Power will fail within the operation after so many more: of the bits it should change, chance picks some. */
    public void cutPowerWithin(long moreOperations, RandomGenerator chance) {
        cut = PowerCut.within(operations + moreOperations, chance);
    }

    /**
     * Power is back. A cut that has not come yet still comes.
     *
     * @throws FlashException where the image could not be written before and cannot now; power is not back then
     */
    public void powerOn() {
        if (imageIsBehind) {
            image.write(cells, 0, WORDS);
            imageIsBehind = false;
        }
        powered = true;
    }

    /** Power will not fail after all. */
    public void callOffPowerCut() {
        cut = PowerCut.NEVER;
    }

    /** Words programmed and pages erased so far. */
    public long operations() {
        return operations;
    }

    /** @throws PowerLost where power has failed */
    int read(int word) {
        requirePower();
        return cells[word];
    }

    /**
     * Clears the bits of the word that are zero in the value.
     *
     * @throws PowerLost where power has failed, or fails now
     * @throws FlashException where the image cannot be written; power has failed then
     */
    void program(int word, int value) {
        operate(word, 1, cells[word] & value);
    }

    /**
     * Sets all bits of the page.
     *
     * @throws PowerLost where power has failed, or fails now
     * @throws FlashException where the image cannot be written; power has failed then
     */
    void erase(int page) {
        operate(page * PAGE_WORDS, PAGE_WORDS, ERASED);
    }

    private void operate(int first, int words, int target) {
        requirePower();
        powered = operations++ != cut.operation();
        for (int word = first; word < first + words; word++) {
            cells[word] = powered ? target : cut.reached(cells[word], target);
        }
        keep(first, words);
        requirePower();
    }

    private void keep(int first, int words) {
        try {
            image.write(cells, first, words);
        } catch (FlashException e) {
            imageIsBehind = true;
            powered = false;
            throw e;
        }
    }

    private void requirePower() {
        if (!powered) {
            throw new PowerLost("the flash has no power");
        }
    }

    /** Closes the image. What was in memory only is gone. */
    @Override
    public void close() {
        powered = false;
        Arrays.fill(cells, 0);
        image.close();
    }
}
