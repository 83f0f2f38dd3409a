package fobsmith.devices.ykoath;

/** The models of the family. */
public enum YkOathModel {
    /** 4, 5 and NEO; what they can do goes by their version. */
    YUBIKEY("Yubico", "YubiKey 5", "YubiKey"),
    /** Much like a YubiKey. */
    CANOKEY("CanoKeys", "CanoKey", "CanoKey"),
    /** Its OATH application is its secrets app. */
    NITROKEY_3("Nitrokey", "Nitrokey 3", "Nitrokey 3"),
    /** Its OATH application is the ancestor of the Nitrokey 3's. */
    SOLO_2("SoloKeys", "Solo 2", "Solo 2");

    private final String manufacturer;
    private final String model;
    private final String title;

    YkOathModel(String manufacturer, String model, String title) {
        this.manufacturer = manufacturer;
        this.model = model;
        this.title = title;
    }

    public String manufacturer() {
        return manufacturer;
    }

    public String model() {
        return model;
    }

    /** In messages. */
    String title() {
        return title;
    }
}
