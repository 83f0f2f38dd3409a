package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one token can do, by its model and version.
 *
 * @param name of the model, for refusals
 * @param credentials how many it holds, others' too
 * @param fewestDigits of a code
 * @param mostDigits of a code
 */
record Features(String name, Set<Feature> present, int credentials, int fewestDigits, int mostDigits) {
    /** Codes follow from 31 bits, and the truncated answer leaves the tenth digit to chance: RFC 4226 appendix E.1. */
    private static final int MOST_DIGITS = 8;

    private static final int YUBIKEY = 32;
    private static final int YUBIKEY_FROM_5_7 = 64;
    private static final int CANOKEY = 100;
    /** No document of the vendors' names a number; memory ends it first, which the token says. */
    private static final int OTHERS = 50;

    static Features of(YkOathModel model, Version version) {
        return switch (model) {
            case YUBIKEY ->
                new Features(
                        model.title(),
                        with(byVersion(version), Feature.RESET, Feature.ACCESS_KEY, Feature.ALL_CODES),
                        version.isAtLeast(5, 7, 0) ? YUBIKEY_FROM_5_7 : YUBIKEY,
                        6,
                        MOST_DIGITS);
            // Reset goes through its admin applet, whose PIN we do not have.
            case CANOKEY ->
                new Features(
                        model.title(),
                        with(byVersion(version), Feature.ACCESS_KEY, Feature.ALL_CODES),
                        CANOKEY,
                        4,
                        MOST_DIGITS);
            // A PIN stands in the place of the password, CALCULATE ALL is refused, and the version counts otherwise.
            case NITROKEY_3 ->
                new Features(model.title(), EnumSet.of(Feature.TOUCH, Feature.RESET), OTHERS, 6, MOST_DIGITS);
            // Its firmware (trussed-dev/oath-authenticator) stores the wish for a touch and does not wait for one, and
            // stays locked
            // after the right password.
            case SOLO_2 ->
                new Features(model.title(), EnumSet.of(Feature.RESET, Feature.ALL_CODES), OTHERS, 6, MOST_DIGITS);
        };
    }

    /** The gates of Yubico/yubikey-manager, yubikit/oath.py. */
    private static EnumSet<Feature> byVersion(Version version) {
        var present = EnumSet.noneOf(Feature.class);
        boolean fips = version.major() == 4 && version.minor() == 4;
        if (version.isAtLeast(4, 2, 6)) {
            present.add(Feature.TOUCH);
        }
        if (version.isAtLeast(4, 3, 1) && !fips) {
            present.add(Feature.SHA512);
        }
        if (version.isAtLeast(5, 3, 1)) {
            present.add(Feature.RENAME);
        }
        return present;
    }

    private static Set<Feature> with(EnumSet<Feature> present, Feature... others) {
        present.addAll(Set.of(others));
        return present;
    }

    boolean supports(Feature feature) {
        return present.contains(feature);
    }

    /** @throws DeviceException.Unsupported where the token lacks it */
    void require(Feature feature) {
        require(supports(feature), "this %s cannot %s".formatted(name, feature.words()));
    }

    static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new DeviceException.Unsupported(otherwise);
        }
    }
}
