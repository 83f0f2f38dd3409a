package fobsmith.devices.ykoath;

/** The models of the family. */
public enum YkOathModel {
    YUBIKEY("Yubico", "YubiKey"),
    CANOKEY("Canokeys", "CanoKey"),
    NITROKEY_3("Nitrokey", "3"),
    SOLO_2("SoloKeys", "Solo 2");

    private final String manufacturer;
    private final String model;

    YkOathModel(String manufacturer, String model) {
        this.manufacturer = manufacturer;
        this.model = model;
    }

    public String manufacturer() {
        return manufacturer;
    }

    public String model() {
        return model;
    }

    /** As people call it. */
    String title() {
        return this == NITROKEY_3 ? "Nitrokey 3" : model;
    }
}
