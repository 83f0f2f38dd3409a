package fobsmith.registry;

/**
 * How much an import may change of what others can see already. It does so in one transaction, or the file would not be taken
 * as a whole, and sign-ins wait for as long as that takes. What only the import has seen, such as any number of new tokens,
 * does not count.
 */
final class OneMoment {
    /** About a second's work where all are reservations, and a third of that where all are replacements. */
    static final int MOST = 5_000;

    private OneMoment() {}

    /** Refuses an import of so many replacements and reservations together. */
    static void requireRoom(long changes) {
        if (changes > MOST) {
            throw new RegistryRefusal.TooManyAtOnce(MOST);
        }
    }
}
