package fobsmith.firmware.flipper;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the device says of itself, and help. */
final class SystemCommands {
    /** Assumed: a release as the firmware prints it. */
    static final String FIRMWARE = "1.3.4 1.3.4 (0000000 built on 01-06-2025)";

    private final Map<String, String> facts = new LinkedHashMap<>();

    SystemCommands(FlipperDescription description) {
        facts.put("device_info_major", "2");
        facts.put("device_info_minor", "4");
        facts.put("hardware_model", FlipperDescription.MODEL);
        facts.put("hardware_uid", description.uid());
        facts.put("hardware_ver", "12");
        facts.put("hardware_target", "7");
        facts.put("hardware_name", description.name());
        facts.put("firmware_origin_fork", "Official");
        facts.put("firmware_branch_name", "1.3.4");
        facts.put("firmware_version", "1.3.4");
        facts.put("firmware_api_major", "86");
        facts.put("firmware_api_minor", "0");
        facts.put("protobuf_version_major", "0");
        facts.put("protobuf_version_minor", "25");
    }

    void deviceInfo(Arguments arguments, Output output) {
        facts.forEach((key, value) -> fact(key, value, output));
    }

    private static void fact(String key, String value, Output output) {
        output.line("%-30s: %s".formatted(key, value));
    }

    void info(Arguments arguments, Output output) {
        if (arguments.rest().equals("device")) {
            facts.forEach((key, value) -> fact(key.replace('_', '.'), value, output));
        } else {
            output.text("info: illegal option -- " + arguments.rest())
                    .newLine()
                    .text("usage: info <device|power|power_debug>");
        }
    }

    /** Assumed in its form. */
    void help(Arguments arguments, Output output) {
        output.line("Commands available:").text("?  date  device_info  help  info  loader");
    }
}
