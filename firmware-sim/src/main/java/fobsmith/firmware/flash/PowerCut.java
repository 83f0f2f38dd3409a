package fobsmith.firmware.flash;

import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;

/**
 * Power fails during one operation.
 *
 * @param operation its number, counted from when the flash was opened
 * @param progress how far a cell gets, from what it held and what it should hold
 */
record PowerCut(long operation, IntBinaryOperator progress) {
    static final PowerCut NEVER = before(-1);

    /** Nothing has happened yet. */
    static PowerCut before(long operation) {
        return new PowerCut(operation, (from, _) -> from);
    }

    /** Some of the bits have changed. */
    static PowerCut within(long operation, RandomGenerator chance) {
        return new PowerCut(operation, (from, target) -> from ^ ((from ^ target) & chance.nextInt()));
    }

    int reached(int from, int target) {
        return progress.applyAsInt(from, target);
    }
}
