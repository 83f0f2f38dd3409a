package fobsmith.iam;

import fobsmith.registry.PolicyHolder;
import fobsmith.registry.RegistryRefusal;

/** Says in AWS's words what the registry refuses. */
public final class Refusals {
    private Refusals() {}

    /** Lost, returned, retired, reserved and foreign fobs are nobody's business: they are answered like unknown ones. */
    public static IamException translate(RegistryRefusal refusal) {
        return switch (refusal) {
            case RegistryRefusal.Unknown unknown ->
                new IamException(
                        IamError.NO_SUCH_ENTITY,
                        "The %s with name %s cannot be found."
                                .formatted(unknown.kind().text(), unknown.name()));
            case RegistryRefusal.Exists exists ->
                new IamException(
                        IamError.ENTITY_ALREADY_EXISTS,
                        "%s with name %s already exists.".formatted(beginning(exists.kind()), exists.name()));
            case RegistryRefusal.StillHas still -> new IamException(IamError.DELETE_CONFLICT, mustDeleteFirst(still));
            case RegistryRefusal.UnknownAccessKey unknown ->
                new IamException(
                        IamError.NO_SUCH_ENTITY, "The Access Key with id %s cannot be found".formatted(unknown.id()));
            case RegistryRefusal.UnknownPolicy unknown ->
                new IamException(
                        IamError.NO_SUCH_ENTITY,
                        "The %s policy with name %s cannot be found."
                                .formatted(unknown.kind().text(), unknown.name()));
            case RegistryRefusal.UnknownAlias unknown ->
                new IamException(
                        IamError.NO_SUCH_ENTITY, "The account alias %s cannot be found.".formatted(unknown.alias()));
            case RegistryRefusal.PoliciesTooLong tooLong -> policiesTooLong(tooLong.kind(), tooLong.name());
            case RegistryRefusal.CodeNeeded needed -> MfaFirst.refusal(needed);
            case RegistryRefusal.UnknownToken unknown -> unknownDevice(unknown.serial());
            case RegistryRefusal.TokenExists _ ->
                new IamException(IamError.ENTITY_ALREADY_EXISTS, "MFA device already exists.");
            case RegistryRefusal.WrongState wrong -> unknownDevice(wrong.serial());
            case RegistryRefusal.AttemptElsewhere attempt -> unknownDevice(attempt.serial());
            case RegistryRefusal.PassphraseTooShort tooShort ->
                new IamException(IamError.VALIDATION_ERROR, String.valueOf(tooShort.getMessage()));
            case RegistryRefusal.Unfit unfit ->
                new IamException(IamError.INVALID_INPUT, String.valueOf(unfit.getMessage()));
            case RegistryRefusal.TooManyAtOnce tooMany ->
                new IamException(IamError.LIMIT_EXCEEDED, String.valueOf(tooMany.getMessage()));
            case RegistryRefusal.QuotaExceeded quota ->
                new IamException(
                        IamError.LIMIT_EXCEEDED,
                        "Cannot exceed quota for %s: %d".formatted(quota.quota(), quota.limit()));
        };
    }

    public static IamException policiesTooLong(PolicyHolder.Kind kind, String name) {
        return new IamException(
                IamError.LIMIT_EXCEEDED,
                "Maximum policy size of %d bytes exceeded for %s %s".formatted(kind.quota(), kind.text(), name));
    }

    private static String beginning(PolicyHolder.Kind kind) {
        return switch (kind) {
            case USER -> "User";
            case GROUP -> "Group";
            case ROLE -> "Role";
        };
    }

    public static IamException unknownDevice(String serial) {
        return new IamException(
                IamError.NO_SUCH_ENTITY, "MFA Device with serial number %s does not exist.".formatted(serial));
    }

    /** Somebody else's, or nobody's. */
    public static IamException deviceOfSomebodyElse() {
        return new IamException(IamError.NO_SUCH_ENTITY, "MFA Device invalid for user.");
    }

    /** Told only to those who may enable any device for anybody, and to whoever has it. */
    public static IamException deviceInUse() {
        return new IamException(IamError.ENTITY_ALREADY_EXISTS, "MFA Device is already in use.");
    }

    private static String mustDeleteFirst(RegistryRefusal.StillHas still) {
        return switch (still.belonging()) {
            case MFA_DEVICE -> "Cannot delete entity, must delete MFA device first.";
            case ACCESS_KEY -> "Cannot delete entity, must delete access keys first.";
            case GROUP, MEMBER -> "Cannot delete entity, must remove users from group first.";
            case POLICY -> "Cannot delete entity, must delete policies first.";
        };
    }
}
