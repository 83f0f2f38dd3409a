package fobsmith.iam.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal must look like: its code and its text, to the letter. */
final class Refused {
    static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private Refused() {}

    static void with(IamError error, String message, ThrowingCallable call) {
        assertThatExceptionOfType(IamException.class).isThrownBy(call).satisfies(refused -> {
            assertThat(refused.text()).isEqualTo(message);
            assertThat(refused.error()).isEqualTo(error);
        });
    }

    static void forItsSignature(ThrowingCallable call) {
        with(IamError.SIGNATURE_DOES_NOT_MATCH, MISMATCH, call);
    }
}
