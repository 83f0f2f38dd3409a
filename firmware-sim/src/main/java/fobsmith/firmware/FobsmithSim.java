package fobsmith.firmware;

import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.serial.PortFailure;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.vpcd.NoReader;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The simulator as a program of its own: {@code run FLEETFILE...} or {@code run --model MODEL}, until interrupted. */
public final class FobsmithSim {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private FobsmithSim() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(RunArguments.parse(List.of(arguments), System.getenv()), System.out);
        } catch (RunArguments.UsageException e) {
            fail(USAGE, e);
        } catch (FleetFileException
                | FlashException
                | RefusedException
                | PortBusy
                | NoReader
                | PortFailure
                | ControlException e) {
            fail(FAILED, e);
        }
    }

    private static void run(RunArguments arguments, PrintStream out) throws InterruptedException {
        var running = RunningSimulator.start(arguments.setting(), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        out.printf(
                "simulating %d tokens at %s (control file %s)%n",
                running.simulator().tokens().size(), running.address(), running.controlFile());
        running.usbIpAddress().ifPresent(address -> out.printf("usb/ip at %s%n", address));
        running.places().forEach((serial, place) -> out.printf("token %s at %s%n", serial, place));
        new CountDownLatch(1).await();
    }

    private static void fail(int status, RuntimeException e) {
        System.err.println(e.getMessage());
        System.exit(status);
    }
}
