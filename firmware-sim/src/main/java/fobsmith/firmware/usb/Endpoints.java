package fobsmith.firmware.usb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which endpoints can be used now: the chosen configuration, and halts by USB 2.0 section 9.4.5. */
final class Endpoints {
    private static final int TOWARDS_HOST = 0x80;

    private final List<Set<Integer>> interfaces;
    private final Set<Integer> halted = new HashSet<>();
    private int configuration = 1;

    /** @param interfaces the endpoints of each, in the order of their numbers */
    Endpoints(List<Set<Integer>> interfaces) {
        this.interfaces = List.copyOf(interfaces);
    }

    /** Chooses a configuration, 0 for none; whatever was halted runs again. */
    void configure(int chosen) {
        configuration = chosen;
        halted.clear();
    }

    int configuration() {
        return configuration;
    }

    boolean hasInterface(int number) {
        return configuration == 1 && number < interfaces.size();
    }

    /** Whatever was halted in this interface runs again. */
    void resumeInterface(int number) {
        halted.removeAll(interfaces.get(number));
    }

    void halt(int endpoint) {
        requireExisting(endpoint);
        halted.add(endpoint);
    }

    void resume(int endpoint) {
        requireExisting(endpoint);
        halted.remove(endpoint);
    }

    /** Also of endpoint zero, which never is. */
    boolean isHalted(int endpoint) {
        if ((endpoint & 0x7f) != 0) {
            requireExisting(endpoint);
        }
        return halted.contains(endpoint);
    }

    /** That data from the host can go there now. */
    void requireOut(int endpoint) {
        requireRunning(endpoint);
        requireDirection(endpoint, (endpoint & TOWARDS_HOST) == 0);
    }

    /** That data for the host can come from there now. */
    void requireIn(int endpoint) {
        requireRunning(endpoint);
        requireDirection(endpoint, (endpoint & TOWARDS_HOST) != 0);
    }

    void requireRunning(int endpoint) {
        requireExisting(endpoint);
        if (halted.contains(endpoint)) {
            throw new UsbStall("endpoint %02x is halted".formatted(endpoint));
        }
    }

    private static void requireDirection(int endpoint, boolean fits) {
        if (!fits) {
            throw new UsbStall("endpoint %02x runs the other way".formatted(endpoint));
        }
    }

    private void requireExisting(int endpoint) {
        if (configuration == 0 || interfaces.stream().noneMatch(one -> one.contains(endpoint))) {
            throw new UsbStall("there is no endpoint %02x in configuration %d".formatted(endpoint, configuration));
        }
    }
}
