package fobsmith.iam.operation;

import fobsmith.iam.Authorizer;
import fobsmith.iam.Caller;
import fobsmith.iam.Refusals;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.wire.AnswerXml;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.util.function.Supplier;

/** One authenticated request on its way through an operation. */
public record Call(Registry registry, SessionTokens sessions, Caller caller, Input input, AnswerXml answer) {

    Actor actor() {
        return caller.actor();
    }

    Authorizer authorizer() {
        return new Authorizer(registry.accountId());
    }

    String callerName() {
        return caller.user().name();
    }

    /** The user a request names. */
    User user(String name) {
        return registry.users().find(name).orElseThrow(() -> Refusals.unknownUser(name));
    }

    /** What cannot be a serial number is one that nobody has. */
    static SerialNumber serial(String text) {
        try {
            return SerialNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusals.unknownDevice(text);
        }
    }

    /** Does something to a user's device; only administrators learn that one exists which is not that user's. */
    <T> T toDeviceOfUser(SerialNumber serial, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RegistryRefusal.UnknownToken refusal) {
            boolean told = caller.user().administrator()
                    && registry.tokens().find(serial).isPresent();
            throw told ? Refusals.deviceOfSomebodyElse() : refusal;
        }
    }

    String arn(User user) {
        return user.arn(registry.accountId());
    }
}
