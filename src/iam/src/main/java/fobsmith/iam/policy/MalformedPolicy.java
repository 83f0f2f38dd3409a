package fobsmith.iam.policy;

/**
 * A policy is refused. The sentence is for AWS's clients; the detail tells people which statement and element it is, and what
 * is allowed there. What either quotes of the policy is shortened and free of control characters.
 */
public final class MalformedPolicy extends RuntimeException {
    private final PolicyFault fault;
    private final String sentence;
    private final String detail;

    MalformedPolicy(PolicyFault fault, String sentence, String detail) {
        super(sentence + ": " + detail);
        this.fault = fault;
        this.sentence = sentence;
        this.detail = detail;
    }

    MalformedPolicy(PolicyFault fault, String detail) {
        this(fault, fault.sentence(), detail);
    }

    public PolicyFault fault() {
        return fault;
    }

    public String sentence() {
        return sentence;
    }

    public String detail() {
        return detail;
    }
}
