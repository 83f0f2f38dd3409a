package fobsmith.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * By what an import that was broken off is known again: the content of its files and the terms that decide which keys are
 * taken, in SHA-256. Neither the files' names nor what opens or signs them count.
 */
final class ImportFingerprint {
    private final MessageDigest digest;

    private ImportFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** Empty where one of the files, such as a pipe, cannot be read twice. */
    static String of(ImportOrder order, List<Path> files, String format) {
        if (!files.stream().allMatch(Files::isRegularFile)) {
            return "";
        }
        var terms = order.terms();
        var fingerprint = new ImportFingerprint();
        fingerprint.text(format);
        fingerprint.text(order.prefix());
        fingerprint.text(terms.eventBased() ? "event-based too" : "");
        fingerprint.text(terms.leniencies().stream().sorted().toList().toString());
        files.forEach(fingerprint::content);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(length(bytes.length));
        digest.update(bytes);
    }

    private void content(Path file) {
        try (var in = Files.newInputStream(file)) {
            digest.update(length(Files.size(file)));
            read(in);
        } catch (IOException e) {
            throw new ImportException("cannot read seed file %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Wipes what it has read: it may hold seeds. */
    private void read(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static byte[] length(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
