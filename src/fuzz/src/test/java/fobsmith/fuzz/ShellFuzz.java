package fobsmith.fuzz;

import fobsmith.devices.DeviceException;
import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.serial.SerialLink;
import fobsmith.devices.serial.SerialPort;
import java.time.Duration;

/** What a Flipper says on its serial port. */
final class ShellFuzz {
    private ShellFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try (var session = new FlipperDriver().open(new Port(new Answers(bytes)))) {
            session.carriesSeed(0);
            session.readClock();
        } catch (DeviceException e) {
            e.advice();
        }
    }

    private record Port(Answers answers) implements SerialPort {
        @Override
        public String place() {
            return "serial fuzz";
        }

        @Override
        public int vendor() {
            return 0;
        }

        @Override
        public int product() {
            return 0;
        }

        @Override
        public String manufacturer() {
            return "";
        }

        @Override
        public boolean named() {
            return true;
        }

        @Override
        public SerialLink open() {
            return new Link(answers);
        }
    }

    private record Link(Answers answers) implements SerialLink {
        @Override
        public void write(byte[] bytes) {}

        @Override
        public byte[] read(Duration timeout) {
            return answers.next(255);
        }

        @Override
        public void close() {}
    }
}
