package fobsmith.oath;

/** Why two codes that a token shows are not the ones expected of it. */
public sealed interface Finding {
    /** The same code was typed twice. */
    record SameTwice() implements Finding {}

    /** Both are right, but the newer one was typed first. */
    record Swapped() implements Finding {}

    /**
     * Both are right, but others lie between them.
     *
     * @param steps from the first to the second, 2 or more
     */
    record Apart(long steps) implements Finding {}

    /**
     * Both are right, in their order, and further from our time than any clock drifts: it stood still, or began anew.
     *
     * @param offset how far the clock runs ahead
     */
    record FarClock(Offset offset) implements Finding {}

    /**
     * They are right for another way of making codes than the one that is stored.
     *
     * @param profile the way they are made
     * @param reading how the stored seed has to be read for it
     * @param offset how far the clock runs ahead, if so
     */
    record OtherProfile(OtpProfile.Totp profile, SeedReading reading, Offset offset) implements Finding {}

    /** Nothing that was looked at explains them: most likely it is another token, or a code was misread. */
    record Nothing() implements Finding {}
}
