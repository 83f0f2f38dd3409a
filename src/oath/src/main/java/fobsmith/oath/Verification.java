package fobsmith.oath;

/** What came of looking at typed codes. */
public sealed interface Verification {

    /**
     * The codes are right.
     *
     * @param step the time step of the last code used
     * @param nextStep what the token's next acceptable step becomes
     * @param offset what the last code proves about the token's clock
     * @param driftMillis the drift to remember
     * @param suspect true when the clock is further off than its age explains: worth an operator's look
     */
    record Accepted(long step, long nextStep, Offset offset, long driftMillis, boolean suspect)
            implements Verification {}

    /** The code is right but its step has been consumed: a replay, or a code of before the last resynchronisation. */
    record Consumed() implements Verification {}

    /** No step in reach has this code (or this pair, in this order). */
    record NoMatch() implements Verification {}
}
