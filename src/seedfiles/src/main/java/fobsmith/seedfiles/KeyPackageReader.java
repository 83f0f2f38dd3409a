package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one KeyPackage (RFC 6030 section 4); closing wipes the seed of a package that was not read to its end. */
final class KeyPackageReader implements AutoCloseable {
    private final XmlCursor cursor;
    private final KeyData data;
    private final int line;
    private DeviceInfo device = DeviceInfo.NONE;
    private @Nullable KeyInfo key;

    private KeyPackageReader(XmlCursor cursor, Function<byte[], Seed> seeds) {
        this.cursor = cursor;
        data = new KeyData(cursor, seeds);
        line = cursor.line();
    }

    static KeyPackage read(XmlCursor cursor, Function<byte[], Seed> seeds) {
        try (var reader = new KeyPackageReader(cursor, seeds)) {
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
            case "Key" -> key = new KeyReader(cursor, subject(), data).read();
            case "CryptoModuleInfo", "Extensions" -> cursor.skip();
            default -> cursor.skipForeign();
        }
    }

    /** DeviceInfo comes before Key (the schema fixes the order), so a serial not known by now will not come. */
    private Subject subject() {
        var subject = Subject.of(device.serial(), cursor.attribute("Id"), line);
        if (device.serial().isEmpty()) {
            throw subject.refused("has no serial number (DeviceInfo/SerialNo)");
        }
        return subject;
    }

    @Override
    public void close() {
        data.close();
    }
}
