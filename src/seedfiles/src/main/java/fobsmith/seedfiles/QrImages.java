package fobsmith.seedfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The texts of the QR codes on one or several pictures, one after another. A picture may bear several codes; one that bears
 * none is refused. This is a rim: ZXing makes a String of what it reads.
 */
final class QrImages implements KeyUris.UriSource {
    private final Deque<InputStream> pictures;
    private final Deque<String> texts = new ArrayDeque<>();
    private int picture;
    private int code;

    /** Takes the files over. */
    QrImages(List<? extends InputStream> files) {
        pictures = new ArrayDeque<>(files);
    }

    /** Whether a file that begins so is a picture: PNG or JPEG. */
    static boolean matches(byte[] head) {
        boolean png = head.length > 3 && (head[0] & 0xff) == 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
        boolean jpeg =
                head.length > 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8 && (head[2] & 0xff) == 0xff;
        return png || jpeg;
    }

    @Override
    public Optional<SeedLine> next() {
        while (texts.isEmpty() && !pictures.isEmpty()) {
            picture++;
            try (var file = BoundedFile.of(pictures.poll(), "the picture")) {
                texts.addAll(read(file.whole()));
            }
        }
        return Optional.ofNullable(texts.poll()).map(this::line);
    }

    private List<String> read(byte[] file) {
        try {
            return QrCode.readAll(file);
        } catch (SeedFileException e) {
            throw picture == 1 && pictures.isEmpty()
                    ? e
                    : new SeedFileException.Malformed("picture %d: %s".formatted(picture, e.getMessage()));
        }
    }

    private SeedLine line(String text) {
        code++;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > SeedLines.LONGEST) {
            throw new SeedFileException.Malformed("QR code %d is longer than any key URI".formatted(code));
        }
        return SeedLine.of("QR code", code, bytes, 0, bytes.length);
    }

    @Override
    public void close() {
        texts.clear();
        for (var file = pictures.poll(); file != null; file = pictures.poll()) {
            close(file);
        }
    }

    private static void close(InputStream file) {
        try {
            file.close();
        } catch (IOException _) {
            // it was not read, so nothing of it is lost
        }
    }
}
