package fobsmith.seedfiles;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a key package says of its token (RFC 6030 section 4.3.1); empty where it says nothing. */
record DeviceInfo(String serial, String manufacturer, String model, String userId, Validity validity) {
    static final DeviceInfo NONE = new DeviceInfo("", "", "", "", Validity.UNBOUNDED);
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_NAME = 256;

    /** The same; a serial that is too long to be one is none. */
    DeviceInfo withSerial(String other) {
        return new DeviceInfo(other.length() <= LONGEST_SERIAL ? other : "", manufacturer, model, userId, validity);
    }

    static DeviceInfo read(XmlCursor cursor) {
        var texts = new HashMap<String, String>();
        var dates = new HashMap<String, Instant>();
        cursor.eachChild(Set.of("Extensions"), name -> {
            switch (name) {
                case "SerialNo" -> texts.put(name, cursor.text(LONGEST_SERIAL));
                case "Manufacturer", "Model", "UserId" -> texts.put(name, cursor.text(LONGEST_NAME));
                case "StartDate", "ExpiryDate" -> dates.put(name, Validity.date(cursor));
                case "IssueNo", "DeviceBinding", "Extensions" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        });
        return of(texts, new Validity(dates.get("StartDate"), dates.get("ExpiryDate")));
    }

    private static DeviceInfo of(Map<String, String> texts, Validity validity) {
        return new DeviceInfo(
                texts.getOrDefault("SerialNo", ""),
                texts.getOrDefault("Manufacturer", ""),
                texts.getOrDefault("Model", ""),
                texts.getOrDefault("UserId", ""),
                validity);
    }
}
