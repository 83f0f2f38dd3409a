package fobsmith.iam;

import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.Actor;
import fobsmith.registry.Group;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.Role;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the API and the onboarding desk ask alike before they do anything: whether the caller may, and what he may know. For
 * one request or deed, and its thread.
 */
public record Authority(Registry registry, Caller caller, Authorizer authorizer) {

    /** A fresh one, which reads the caller's policies anew. */
    public static Authority of(Registry registry, Caller caller) {
        return new Authority(registry, caller, new Authorizer(registry, caller));
    }

    public Actor actor() {
        return caller.actor();
    }

    /**
     * The user of that name, if the caller may do this to him. He is looked up once: whoever bears the name a moment later is
     * not meant. Groups and roles likewise.
     *
     * @param asking adds to the resource what else the request says
     */
    public User user(String action, String name, UnaryOperator<Resource> asking) {
        return permitted(action, PolicyHolder.Kind.USER, name, registry.users().find(name), asking);
    }

    /** The caller himself, if he may do this; by whatever name he has by now, and nobody else who has got his old one. */
    public User self(String action) {
        var self = registry.users().findById(caller.user().id());
        var name = self.orElse(caller.user()).name();
        return permitted(action, PolicyHolder.Kind.USER, name, self, UnaryOperator.identity());
    }

    public Group group(String action, String name) {
        return permitted(
                action, PolicyHolder.Kind.GROUP, name, registry.groups().find(name), UnaryOperator.identity());
    }

    public Role role(String action, String name, UnaryOperator<Resource> asking) {
        return permitted(action, PolicyHolder.Kind.ROLE, name, registry.roles().find(name), asking);
    }

    private <T extends PolicyHolder> T permitted(
            String action, PolicyHolder.Kind kind, String name, Optional<T> found, UnaryOperator<Resource> asking) {
        var named = Resource.named(registry, kind, name);
        var resource = found.map(holder -> Resource.of(registry, holder).shownAs(named.arn()))
                .orElseGet(() -> nobody(kind, named));
        authorizer.require(action, asking.apply(resource));
        return found.orElseThrow(() -> new RegistryRefusal.Unknown(kind, name));
    }

    /** Somebody's tags are read all the same, so that a refusal takes as long as one about him who has the name. */
    private Resource nobody(PolicyHolder.Kind kind, Resource named) {
        switch (kind) {
            case USER, ROLE -> Resource.of(registry, caller.user());
            case GROUP -> {} // groups have none
        }
        return named;
    }

    /** What cannot be a serial number is one that nobody has. */
    public static SerialNumber serial(String text) {
        try {
            return SerialNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusals.unknownDevice(text);
        }
    }

    public MfaFirst mfaFirst() {
        return new MfaFirst(registry, caller);
    }

    /**
     * Does something to a user's device. Only those who may know of every device learn that one exists which is not that
     * user's, or is in use; everybody learns it of his own.
     */
    public <T> T toDevice(SerialNumber serial, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RegistryRefusal.UnknownToken refusal) {
            throw knowsAllDevices() && registry.tokens().find(serial).isPresent()
                    ? Refusals.deviceOfSomebodyElse()
                    : refusal;
        } catch (RegistryRefusal.WrongState refusal) {
            throw refused(serial, refusal);
        }
    }

    /** Spelt as the request spells it: the spelling that is kept is that of a device which is there. */
    private RuntimeException refused(SerialNumber serial, RegistryRefusal.WrongState refusal) {
        boolean knowsAll = knowsAllDevices();
        boolean isOwn = caller.assumed() == null && refusal.isOf(caller.user());
        if (refusal.state() == TokenState.ENABLED && (knowsAll || isOwn)) {
            return Refusals.deviceInUse();
        }
        return knowsAll ? refusal : Refusals.unknownDevice(serial.value());
    }

    /** A device as policies see it. What hardware is there, with which tags, is shown only to those who may know. */
    public Resource device(String serial) {
        return Resource.device(registry, serial, this::mayKnow);
    }

    /** A device that the caller may know of, if it is there at all; all others are unknown. */
    public SerialNumber requireKnowable(String text) {
        var serial = serial(text);
        if (!mayKnow(serial)) {
            throw Refusals.unknownDevice(serial.value());
        }
        return serial;
    }

    /** Virtual devices have ARNs, which policies speak of; hardware is known to whoever has it, and to who may know all. */
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

    /** Whoever may enable any device for anybody, or look through the stock. */
    public boolean knowsAllDevices() {
        return authorizer.allowsOnEveryUser("EnableMFADevice")
                || authorizer.allows(PolicyAction.LIST_TOKENS, Resource.NOTHING);
    }

    /**
     * A session that the caller begins now, no earlier than he was given the device whose code he has shown. With a temporary
     * device it ends, and so does whatever is begun from it.
     *
     * @param device null if he has shown no code
     */
    public Caller.Session begin(Duration lifetime, @Nullable Token device) {
        var begin = device == null ? beginning() : Collections.max(List.of(beginning(), device.enabledSince()));
        var begunFrom = caller.session();
        var limit = Stream.of(
                        Optional.ofNullable(begunFrom).map(Caller.Session::limit),
                        Optional.ofNullable(device).map(Token::expiresAt))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        var end = begin.plus(lifetime);
        return new Caller.Session(
                caller.longTermKeyId(),
                begin,
                limit.filter(end::isAfter).orElse(end),
                device == null ? null : device.serial().value(),
                limit.orElse(null));
    }

    /** The registry's time may be a little ahead of the wall clock, and a session must not begin before its user. */
    private Instant beginning() {
        return Collections.max(List.of(registry.now(), caller.user().sessionsValidFrom()));
    }
}
