package fobsmith.seedfiles;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one KeyPackage (RFC 6030 section 4); closing wipes the seed of a package that was not read to its end. */
final class KeyPackageReader implements AutoCloseable {
    private final Container container;
    private final XmlCursor cursor;
    private final KeyData data;
    private final int line;
    private DeviceInfo device = DeviceInfo.NONE;
    private @Nullable KeyInfo key;

    private KeyPackageReader(Container container) {
        this.container = container;
        cursor = container.cursor();
        data = new KeyData(container);
        line = cursor.line();
    }

    static KeyPackage read(Container container) {
        try (var reader = new KeyPackageReader(container)) {
            return reader.read();
        }
    }

    private KeyPackage read() {
        cursor.eachChild(Set.of("Extensions"), this::readPart);
        if (key == null) {
            throw Subject.of(device.serial(), "", line).refused("comes without a key");
        }
        return new KeyPackage(device, key, data.handOver());
    }

    private void readPart(String name) {
        switch (name) {
            case "DeviceInfo" -> device = DeviceInfo.read(cursor);
            case "Key" -> key = new KeyReader(container, subject(), data).read();
            case "CryptoModuleInfo", "Extensions" -> cursor.skip();
            default -> cursor.skipForeign();
        }
    }

    /** DeviceInfo comes before Key (the schema fixes the order), so a serial not known by now will not come. */
    private Subject subject() {
        var id = cursor.attribute("Id");
        if (device.serial().isEmpty() && container.terms().tolerate(Leniency.SERIAL_FROM_KEY_ID)) {
            device = device.withSerial(KeyId.of(id).serial());
        }
        var subject = Subject.of(device.serial(), id, line);
        if (device.serial().isEmpty()) {
            throw withoutSerial(subject, id);
        }
        return subject;
    }

    private static SeedFileException withoutSerial(Subject subject, String id) {
        var reason = "has no serial number (DeviceInfo/SerialNo)";
        return KeyId.of(id).serial().isEmpty()
                ? subject.refused(reason)
                : subject.refused(reason, Leniency.SERIAL_FROM_KEY_ID);
    }

    @Override
    public void close() {
        data.close();
    }
}
