package fobsmith.desk.virtual;

import fobsmith.registry.SerialNumber;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a virtual device may be called. */
final class DeviceName {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
    private static final String FIRST = "phone";

    private DeviceName() {}

    /** As IAM has it: 1 to 64 letters, digits or {@code _+=,.@-}. */
    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    /** {@code phone}, or {@code phone-2} and so on where one of the devices is called so. */
    static String proposal(List<SerialNumber> devices) {
        return IntStream.rangeClosed(1, devices.size() + 1)
                .mapToObj(n -> n == 1 ? FIRST : FIRST + "-" + n)
                .filter(name -> devices.stream().noneMatch(device -> isCalled(device, name)))
                .findFirst()
                .orElse(FIRST);
    }

    private static boolean isCalled(SerialNumber device, String name) {
        return switch (device) {
            case SerialNumber.VirtualArn virtual -> virtual.name().equalsIgnoreCase(name);
            case SerialNumber.Hardware _ -> false;
        };
    }
}
