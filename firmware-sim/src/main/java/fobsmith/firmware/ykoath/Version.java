package fobsmith.firmware.ykoath;

import java.util.Comparator;

/** A firmware version as the tokens tell it: three bytes. The tools of the vendor read one digit each of the last two. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    public Version {
        if (!isDigit(major) || !isDigit(minor) || !isDigit(patch)) {
            throw new IllegalArgumentException(
                    "version %d.%d.%d is not of three digits".formatted(major, minor, patch));
        }
    }

    private static boolean isDigit(int number) {
        return number >= 0 && number <= 9;
    }

    /** Whether that version came earlier, or is this. */
    public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
        return compareTo(new Version(otherMajor, otherMinor, otherPatch)) >= 0;
    }

    byte[] bytes() {
        return new byte[] {(byte) major, (byte) minor, (byte) patch};
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
