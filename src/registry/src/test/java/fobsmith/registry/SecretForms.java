package fobsmith.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import fobsmith.oath.Base32;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All the ways in which a secret may stand in a file or a memory image, by name. */
final class SecretForms {
    private SecretForms() {}

    /** Raw; and each text of it with one byte for a character, and with two in either order, as Java keeps text. */
    static Map<String, byte[]> of(byte[] secret) {
        var forms = new TreeMap<String, byte[]>();
        forms.put("raw", secret);
        texts(secret).forEach((name, text) -> {
            forms.put(name, text.getBytes(ISO_8859_1));
            forms.put(name + " in UTF-16LE", text.getBytes(UTF_16LE));
            forms.put(name + " in UTF-16BE", text.getBytes(UTF_16BE));
        });
        return forms;
    }

    private static Map<String, String> texts(byte[] secret) {
        var texts = new TreeMap<String, String>();
        var hex = HexFormat.of().formatHex(secret);
        texts.put("hex", hex);
        texts.put("HEX", hex.toUpperCase(Locale.ROOT));
        // What follows a secret decides over the last group of its text, so whole groups only.
        var base32 = new String(Base32.encode(Arrays.copyOf(secret, secret.length / 5 * 5)), ISO_8859_1);
        texts.put("BASE32", base32);
        texts.put("base32", base32.toLowerCase(Locale.ROOT));
        // The answer of CreateVirtualMFADevice has it so.
        var groupsOfBase32 = base32.substring(0, base32.length() / 3 * 3).getBytes(ISO_8859_1);
        texts.put("base64 of BASE32", Base64.getEncoder().encodeToString(groupsOfBase32));
        for (int offset = 0; offset < 3; offset++) {
            var groups = Arrays.copyOfRange(secret, offset, offset + (secret.length - offset) / 3 * 3);
            texts.put("base64 from " + offset, Base64.getEncoder().encodeToString(groups));
            texts.put("URL-safe base64 from " + offset, Base64.getUrlEncoder().encodeToString(groups));
        }
        texts.put("list of numbers", numbers(secret, ", "));
        texts.put("dense list of numbers", numbers(secret, ","));
        return texts;
    }

    private static String numbers(byte[] secret, String between) {
        return IntStream.range(0, secret.length)
                .mapToObj(i -> Byte.toString(secret[i]))
                .collect(Collectors.joining(between));
    }
}
