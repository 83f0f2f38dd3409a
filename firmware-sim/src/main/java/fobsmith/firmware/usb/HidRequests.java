package fobsmith.firmware.usb;

/**
 * Requests to the HID interface, HID 1.11 sections 7.1 and 7.2: its descriptors and feature reports without numbers. There
 * is nothing to be idle about, so that SET_IDLE changes nothing.
 */
record HidRequests(ReportPipe reports) implements ClassRequests {
    private static final int GET_DESCRIPTOR = 0x8106;
    private static final int GET_REPORT = 0xa101;
    private static final int SET_REPORT = 0x2109;
    private static final int SET_IDLE = 0x210a;

    private static final int HID_DESCRIPTOR = 0x2100;
    private static final int REPORT_DESCRIPTOR = 0x2200;
    private static final int FEATURE = 0x0300;

    private static final byte[] NOTHING = {};

    @Override
    public byte[] answer(Setup setup, byte[] data) {
        return switch (setup.kind()) {
            case GET_DESCRIPTOR -> descriptor(setup);
            case GET_REPORT -> {
                requireFeature(setup);
                yield reports.get();
            }
            case SET_REPORT -> {
                requireFeature(setup);
                requireWhole(setup, data);
                reports.set(data);
                yield NOTHING;
            }
            case SET_IDLE -> NOTHING;
            default -> throw setup.refused();
        };
    }

    private static byte[] descriptor(Setup setup) {
        return switch (setup.value()) {
            case HID_DESCRIPTOR -> HidDescriptors.hid();
            case REPORT_DESCRIPTOR -> HidDescriptors.report();
            default -> throw setup.refused();
        };
    }

    private static void requireFeature(Setup setup) {
        if (setup.value() != FEATURE) {
            throw setup.refused();
        }
    }

    private static void requireWhole(Setup setup, byte[] data) {
        if (setup.length() != FeatureReports.LENGTH || data.length != FeatureReports.LENGTH) {
            throw new UsbStall("a report of %d bytes is not of %d bytes".formatted(data.length, FeatureReports.LENGTH));
        }
    }
}
