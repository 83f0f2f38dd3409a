package fobsmith.iam.operation;

/** One action of the API. */
public interface Operation {

    /** As in the Action parameter. */
    String action();

    /** Whether the answer has a Result element. */
    default boolean hasOutput() {
        return true;
    }

    /** Decode, validate, authorise, act, render. */
    void answer(Call call);
}
