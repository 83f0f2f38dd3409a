package fobsmith.cli;

import fobsmith.devices.DeviceException;
import fobsmith.firmware.ControlException;
import fobsmith.firmware.FleetFileException;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.serial.PortFailure;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.vpcd.NoReader;
import fobsmith.iam.service.PortBusyException;
import fobsmith.provisioning.ImportBrokenOff;
import fobsmith.provisioning.ImportException;
import fobsmith.provisioning.ProvisioningException;
import fobsmith.registry.RegistryException;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.StationException;
import fobsmith.seedfiles.SeedFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns a failed command into one sentence and a hint; a stack trace is for our mistakes only, and goes to the log. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof ParameterException misuse) {
            throw misuse;
        }
        var err = command.getErr();
        err.println("fobsmith: " + failure.getMessage());
        var hint = hint(failure);
        if (!hint.isEmpty()) {
            err.println("hint: " + hint);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    private static String hint(Exception failure) {
        return switch (failure) {
            case CliException ours -> ours.hint();
            case RegistryException registry -> registry.hint();
            case RegistryRefusal refusal -> hint(refusal);
            case StationException station -> station.hint();
            case DeviceException device -> device.advice();
            case ProvisioningException provisioning -> provisioning.hint();
            case PortBusyException _ -> "choose another port with --port, or end the program that listens there";
            case PortBusy _ -> "choose another port with --usbip-port, or end the program that listens there";
            case NoReader _ -> "start pcscd with vsmartcard's reader (Debian: vsmartcard-vpcd); see docs/simulator.md";
            case PortFailure _ -> "choose another path or port";
            case ControlException.NotRunning _ -> "start one with \"fobsmith sim run FLEETFILE\"";
            case ImportBrokenOff broken -> broken.hint();
            case SeedFileException _,
                    ImportException _,
                    ControlException _,
                    FleetFileException _,
                    FlashException _,
                    RefusedException _,
                    IllegalArgumentException _ -> "";
            default -> {
                LOG.error("internal error", failure);
                yield "this is a mistake in fobsmith; the log above shows where";
            }
        };
    }

    private static String hint(RegistryRefusal refusal) {
        return switch (refusal) {
            case RegistryRefusal.UnknownToken _ -> "\"fobsmith token list\" shows all tokens";
            case RegistryRefusal.WrongState wrong -> hint(wrong);
            case RegistryRefusal.TokenExists _ -> "nothing was imported; the registry keeps the seed it has";
            case RegistryRefusal.TooManyAtOnce tooMany ->
                "nothing was imported; cut the file or the list of users into parts of at most %d, and import them one by one"
                        .formatted(tooMany.limit());
            case RegistryRefusal.AttemptElsewhere _ -> "wait for the other station, or start over";
            case RegistryRefusal.Unknown _,
                    RegistryRefusal.Exists _,
                    RegistryRefusal.StillHas _,
                    RegistryRefusal.UnknownPolicy _,
                    RegistryRefusal.UnknownAlias _,
                    RegistryRefusal.PoliciesTooLong _,
                    RegistryRefusal.CodeNeeded _,
                    RegistryRefusal.UnknownAccessKey _,
                    RegistryRefusal.Unfit _,
                    RegistryRefusal.PassphraseTooShort _,
                    RegistryRefusal.QuotaExceeded _ -> "";
        };
    }

    private static String hint(RegistryRefusal.WrongState wrong) {
        return switch (wrong.state()) {
            case RETURNED -> "prove it first: fobsmith token check %s CODE1 CODE2".formatted(wrong.serial());
            case ENABLED -> "\"fobsmith token show %s\" says whose it is".formatted(wrong.serial());
            case WRITING, VOID -> "provision it again";
            case RESERVED -> "to give it back to stock: fobsmith token release %s".formatted(wrong.serial());
            case LOST -> "if it is there again: fobsmith token found %s".formatted(wrong.serial());
            case IMPORTED, PROVEN, RETIRED, UNASSIGNED -> "";
        };
    }
}
