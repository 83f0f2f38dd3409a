package fobsmith.iam.operation;

import fobsmith.iam.Authorizer;
import fobsmith.iam.Caller;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.MfaFirst;
import fobsmith.iam.Refusals;
import fobsmith.iam.Resource;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.wire.AnswerXml;
import fobsmith.registry.Actor;
import fobsmith.registry.Group;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.Role;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One authenticated request on its way through an operation. */
public record Call(
        Registry registry,
        SessionTokens sessions,
        Caller caller,
        Authorizer authorizer,
        Input input,
        AnswerXml answer) {

    Actor actor() {
        return caller.actor();
    }

    /** The user meant where a request names none. */
    String callerName() {
        if (caller.assumed() != null) {
            throw new IamException(
                    IamError.VALIDATION_ERROR, "Must specify userName when calling with non-User credentials");
        }
        return caller.user().name();
    }

    /** As {@link #user(String, String, UnaryOperator)}, where nothing else counts. */
    User user(String action, String name) {
        return user(action, name, UnaryOperator.identity());
    }

    /**
     * The user of that name, if the caller may do this to him. He is looked up once: whoever bears the name a moment later is
     * not meant. Groups and roles likewise.
     *
     * @param asking adds to the resource what else the request says
     */
    User user(String action, String name, UnaryOperator<Resource> asking) {
        return permitted(action, PolicyHolder.Kind.USER, name, registry.users().find(name), asking);
    }

    Group group(String action, String name) {
        return permitted(
                action, PolicyHolder.Kind.GROUP, name, registry.groups().find(name), UnaryOperator.identity());
    }

    Role role(String action, String name) {
        return role(action, name, UnaryOperator.identity());
    }

    Role role(String action, String name, UnaryOperator<Resource> asking) {
        return permitted(action, PolicyHolder.Kind.ROLE, name, registry.roles().find(name), asking);
    }

    private <T extends PolicyHolder> T permitted(
            String action, PolicyHolder.Kind kind, String name, Optional<T> found, UnaryOperator<Resource> asking) {
        var named = Resource.named(registry, kind, name);
        var resource = found.map(holder -> Resource.of(registry, holder).shownAs(named.arn()))
                .orElse(named);
        authorizer.require(action, asking.apply(resource));
        return found.orElseThrow(() -> new RegistryRefusal.Unknown(kind, name));
    }

    /** The user a request names beside what it wants to deal with. */
    User user(String name) {
        return registry.users().get(name);
    }

    /** What cannot be a serial number is one that nobody has. */
    static SerialNumber serial(String text) {
        try {
            return SerialNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusals.unknownDevice(text);
        }
    }

    MfaFirst mfaFirst() {
        return new MfaFirst(registry, caller);
    }

    /**
     * Does something to a user's device. Only those who may enable any device for anybody learn that one exists which is
     * not that user's, or is in use.
     */
    <T> T toDevice(SerialNumber serial, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RegistryRefusal.UnknownToken refusal) {
            throw knowsAllDevices() && registry.tokens().find(serial).isPresent()
                    ? Refusals.deviceOfSomebodyElse()
                    : refusal;
        } catch (RegistryRefusal.WrongState refusal) {
            throw knowsAllDevices() && refusal.state() == TokenState.ENABLED ? Refusals.deviceInUse() : refusal;
        }
    }

    /** A device as policies see it. What hardware is there, with which tags, is shown only to those who may know. */
    Resource device(String serial) {
        return Resource.device(registry, serial, this::mayKnow);
    }

    /** A device that the caller may know of, if it is there at all; all others are unknown. */
    SerialNumber requireKnowable(String text) {
        var serial = serial(text);
        if (!mayKnow(serial)) {
            throw Refusals.unknownDevice(serial.value());
        }
        return serial;
    }

    /** Virtual devices have ARNs, which policies speak of; hardware is known to whoever has it, and at the desk. */
    private boolean mayKnow(SerialNumber serial) {
        return switch (serial) {
            case SerialNumber.VirtualArn _ -> true;
            case SerialNumber.Hardware fob -> isOwn(fob) || knowsAllDevices();
        };
    }

    private boolean isOwn(SerialNumber fob) {
        return caller.assumed() == null
                && registry.tokens().findEnabled(caller.user(), fob).isPresent();
    }

    private boolean knowsAllDevices() {
        return authorizer.allowsOnEveryUser("EnableMFADevice");
    }

    /** The registry's time may be a little ahead of the wall clock, and a session must not begin before its user. */
    Instant beginning() {
        return Collections.max(List.of(registry.now(), caller.user().sessionsValidFrom()));
    }

    String arn(User user) {
        return user.arn(registry.accountId());
    }
}
