package fobsmith.iam.operation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

final class CreateAccessKey implements Operation {
    @Override
    public String action() {
        return "CreateAccessKey";
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        call.input().requireValid();

        var user = call.user(action(), whom);
        byte[] secret = call.registry().identifiers().secret();
        try {
            var key = call.registry().accessKeys().create(call.actor(), user, secret);

            call.answer()
                    .element(
                            "AccessKey",
                            () -> AccessKeyXml.render(
                                    call,
                                    user,
                                    key,
                                    () -> call.answer()
                                            .element(
                                                    "SecretAccessKey", new String(secret, StandardCharsets.US_ASCII))));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
