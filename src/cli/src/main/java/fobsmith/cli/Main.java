package fobsmith.cli;

import fobsmith.cli.audit.AuditCommand;
import fobsmith.cli.demo.DemoCommand;
import fobsmith.cli.device.DeviceCommand;
import fobsmith.cli.key.KeyCommand;
import fobsmith.cli.policy.PolicyCommand;
import fobsmith.cli.provision.ProvisionCommand;
import fobsmith.cli.sim.SimCommand;
import fobsmith.cli.station.StationCommand;
import fobsmith.cli.token.TokenCommand;
import fobsmith.cli.user.UserCommand;
import java.io.PrintWriter;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/** Starts the command line. Exit codes: 0 done, 1 failed, 2 usage, 3 nothing to do, 130 interrupted. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Straight onto the stream, so that a failed write is noticed.
        System.exit(commandLine(Surroundings.ofThisMachine())
                .setOut(new PrintWriter(System.out, true, System.out.charset()))
                .execute(arguments));
    }

    /** The whole tree of commands; tests give it surroundings of their own. */
    public static CommandLine commandLine(Surroundings surroundings) {
        var commandLine = new CommandLine(new FobsmithCommand())
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new ProvisionCommand(surroundings))
                .addSubcommand(TokenCommand.tree(surroundings))
                .addSubcommand(DeviceCommand.tree(surroundings))
                .addSubcommand(PolicyCommand.tree(surroundings))
                .addSubcommand(UserCommand.tree(surroundings))
                .addSubcommand(SimCommand.tree(surroundings))
                .addSubcommand(KeyCommand.tree(surroundings).addSubcommand(new InitCommand(surroundings)))
                .addSubcommand(StationCommand.tree(surroundings))
                .addSubcommand(AuditCommand.tree(surroundings))
                .addSubcommand(new BackupCommand(surroundings))
                .addSubcommand(new RestoreCommand(surroundings))
                .addSubcommand(ClockCommand.tree(surroundings));
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setParameterExceptionHandler(new Misuse());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine;
    }
}
