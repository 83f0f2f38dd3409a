package fobsmith.firmware.flash;

/**
 * One page: two words that say its sequence number and the complement of it, then entries. Since programming only clears bits
 * and erasing only sets them, two words cut short are never complements of each other.
 */
record Page(Flash flash, int number) {
    private static final int HEADER_WORDS = 2;

    private int start() {
        return number * Flash.PAGE_WORDS;
    }

    int firstEntry() {
        return start() + HEADER_WORDS;
    }

    int end() {
        return start() + Flash.PAGE_WORDS;
    }

    Page other() {
        return new Page(flash, 1 - number);
    }

    /** Whether all entries stand that were to stand when the page came into use. */
    boolean isInUse() {
        return flash.read(start()) == ~flash.read(start() + 1);
    }

    int sequence() {
        return flash.read(start());
    }

    void use(int sequence) {
        flash.program(start(), sequence);
        flash.program(start() + 1, ~sequence);
    }

    /** Erases whatever an interrupted operation has left. */
    void makeErased() {
        if (!isErasedFrom(start())) {
            flash.erase(number);
        }
    }

    /** Whether there is nothing but, at most, a header that was cut short. */
    boolean hasNoEntries() {
        return isErasedFrom(firstEntry());
    }

    private boolean isErasedFrom(int first) {
        for (int word = first; word < end(); word++) {
            if (flash.read(word) != Flash.ERASED) {
                return false;
            }
        }
        return true;
    }
}
