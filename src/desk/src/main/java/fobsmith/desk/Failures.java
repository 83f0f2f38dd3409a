package fobsmith.desk;

import fobsmith.desk.controls.Outcome;
import fobsmith.devices.DeviceException;
import fobsmith.iam.IamException;
import fobsmith.provisioning.ProvisioningException;
import fobsmith.registry.RegistryException;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.TokenState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what an exception means to whoever sits at the desk. Thread-safe but for the messages. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Messages messages;

    public Failures(Messages messages) {
        this.messages = messages;
    }

    /** What is nobody's mistake but ours goes to the log as well. */
    public Failure explain(Exception failure) {
        return switch (failure) {
            case RegistryException registry -> said(registryKey(registry), failure);
            case RegistryRefusal refusal -> refused(refusal);
            case DeviceException device -> said(deviceKey(device), failure);
            case IamException iam -> said(iamKey(iam), failure);
            case ProvisioningException _ -> said("failure.provisioning", failure);
            default -> {
                LOG.error("internal error", failure);
                yield said("failure.internal", failure);
            }
        };
    }

    /** Says it on the screen itself, with the detail to copy. */
    public void say(Exception failure, Outcome outcome) {
        var said = explain(failure);
        outcome.say(Outcome.Kind.REFUSAL, said.sentence(), said.remedy(), new CopyDetail(said, messages));
    }

    private static String registryKey(RegistryException failure) {
        return switch (failure) {
            case RegistryException.NotFound _ -> "failure.registry.not-found";
            case RegistryException.Exists _ -> "failure.registry.exists";
            case RegistryException.NewerVersion _ -> "failure.registry.newer";
            case RegistryException.InUse _, RegistryException.Migrating _ -> "failure.registry.migrating";
            case RegistryException.WrongKey _ -> "failure.registry.wrong-key";
            case RegistryException.SealBroken _, RegistryException.ForeignExport _ -> "failure.registry.seal-broken";
            case RegistryException.ClockWentBack _ -> "failure.registry.clock";
            case RegistryException.NoSecret _, RegistryException.StaleImport _, RegistryException.Unavailable _ ->
                "failure.registry.unavailable";
        };
    }

    private static String deviceKey(DeviceException failure) {
        return switch (failure) {
            case DeviceException.LinkLost _ -> "failure.device.link-lost";
            case DeviceException.Unavailable _ -> "failure.device.unavailable";
            case DeviceException.Refused _ -> "failure.device.refused";
            case DeviceException.WrongCredential _ -> "failure.device.credential";
            case DeviceException.Malformed _ -> "failure.device.malformed";
            case DeviceException.Unsupported _ -> "failure.device.unsupported";
        };
    }

    private static String iamKey(IamException failure) {
        if (failure.getCause() instanceof RegistryRefusal.CodeNeeded) {
            return "failure.code-needed";
        }
        return switch (failure.error()) {
            case ACCESS_DENIED -> "failure.denied";
            case EXPIRED_TOKEN -> "failure.session";
            default -> "failure.service";
        };
    }

    private Failure refused(RegistryRefusal refusal) {
        return switch (refusal) {
            case RegistryRefusal.UnknownToken unknown -> said("failure.token.unknown", refusal, unknown.serial());
            case RegistryRefusal.WrongState wrong ->
                said("failure.token.state", refusal, wrong.serial(), state(wrong.state()));
            case RegistryRefusal.AttemptElsewhere elsewhere ->
                said("failure.token.elsewhere", refusal, elsewhere.serial());
            case RegistryRefusal.Unknown unknown -> said("failure.unknown", refusal, unknown.name());
            case RegistryRefusal.QuotaExceeded quota -> said("failure.quota", refusal, String.valueOf(quota.limit()));
            case RegistryRefusal.Unfit _ -> said("failure.token.unfit", refusal);
            case RegistryRefusal.CodeNeeded _ -> said("failure.code-needed", refusal);
            case RegistryRefusal.Exists _,
                    RegistryRefusal.PassphraseTooShort _,
                    RegistryRefusal.TokenExists _,
                    RegistryRefusal.StillHas _,
                    RegistryRefusal.UnknownAccessKey _,
                    RegistryRefusal.UnknownPolicy _,
                    RegistryRefusal.PoliciesTooLong _,
                    RegistryRefusal.TooManyAtOnce _,
                    RegistryRefusal.UnknownAlias _ -> said("failure.refused", refusal);
        };
    }

    /** A token's state in the language that is spoken. */
    private String state(TokenState state) {
        return messages.text("state." + state.text());
    }

    private Failure said(String key, Exception failure, Object... values) {
        var detail = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return new Failure(messages.text(key, values), messages.text(key + ".remedy"), detail);
    }
}
