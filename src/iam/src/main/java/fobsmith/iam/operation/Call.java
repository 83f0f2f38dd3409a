package fobsmith.iam.operation;

import fobsmith.iam.Authority;
import fobsmith.iam.Authorizer;
import fobsmith.iam.Caller;
import fobsmith.iam.DeviceDeeds;
import fobsmith.iam.Resource;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.wire.AnswerXml;
import fobsmith.registry.Actor;
import fobsmith.registry.Group;
import fobsmith.registry.Registry;
import fobsmith.registry.Role;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    private Authority authority() {
        return new Authority(registry, caller, authorizer);
    }

    DeviceDeeds deeds() {
        return new DeviceDeeds(authority());
    }

    /**
     * Whom a request means that may leave out the user's name.
     *
     * @param name null where it is the caller himself
     */
    record Whom(@Nullable String name) {}

    Whom whom(Shape shape) {
        var name = input.optional("UserName", shape).orElse(null);
        input.require(
                input.has("UserName") || caller.assumed() == null,
                "Must specify userName when calling with non-User credentials");
        return new Whom(name);
    }

    User user(String action, Whom whom) {
        var name = whom.name();
        return name == null ? authority().self(action) : user(action, name);
    }

    /** As {@link #user(String, String, UnaryOperator)}, where nothing else counts. */
    User user(String action, String name) {
        return user(action, name, UnaryOperator.identity());
    }

    /** See {@link Authority#user}. */
    User user(String action, String name, UnaryOperator<Resource> asking) {
        return authority().user(action, name, asking);
    }

    Group group(String action, String name) {
        return authority().group(action, name);
    }

    Role role(String action, String name) {
        return role(action, name, UnaryOperator.identity());
    }

    Role role(String action, String name, UnaryOperator<Resource> asking) {
        return authority().role(action, name, asking);
    }

    /** The user a request names beside what it wants to deal with. */
    User user(String name) {
        return registry.users().get(name);
    }

    /** See {@link Authority#toDevice}. */
    <T> T toDevice(SerialNumber serial, Supplier<T> deed) {
        return authority().toDevice(serial, deed);
    }

    /** See {@link Authority#device}. */
    Resource device(String serial) {
        return authority().device(serial);
    }

    /** See {@link Authority#requireKnowable}. */
    SerialNumber requireKnowable(String text) {
        return authority().requireKnowable(text);
    }

    /** See {@link Authority#begin}. */
    Caller.Session begin(int seconds, @Nullable Token device) {
        return authority().begin(Duration.ofSeconds(seconds), device);
    }

    String arn(User user) {
        return user.arn(registry.accountId());
    }
}
