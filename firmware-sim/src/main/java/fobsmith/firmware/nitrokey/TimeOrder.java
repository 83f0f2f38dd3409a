package fobsmith.firmware.nitrokey;

/**
 * SET_TIME. The flash keeps a stamp of the time set last, in minutes; a host that does not insist is refused an earlier time,
 * so that nobody turns the clock back to have old codes again.
 */
final class TimeOrder {
    private static final int ASKING = 0;
    private static final int INSISTING = 1;

    /** 2014-01-01T00:00:00Z. */
    private static final long FIRST_MINUTE = 1_388_534_400L;

    private static final int NEVER = -1;
    /** A stamp that cannot be right. */
    private static final int BROKEN = 0;

    /** The rest of the word is its checksum. */
    private static final int STAMP_BITS = 0x00ff_ffff;

    private final Memory memory;
    private final RamClock clock;

    TimeOrder(Memory memory, RamClock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    void set(int flag, long seconds) {
        int stamp = memory.timeStamp().orElse(NEVER);
        int minutes = (int) Long.divideUnsigned(seconds - FIRST_MINUTE, 60);
        boolean later = Integer.compareUnsigned(stamp, minutes) <= 0;
        boolean allowed = flag == INSISTING || stamp == NEVER || later;
        Refusal.unless(allowed && !(flag == ASKING && stamp == BROKEN), CommandStatus.TIMESTAMP_WARNING);
        clock.set(seconds);
        memory.keepTimeStamp(minutes & STAMP_BITS);
    }
}
