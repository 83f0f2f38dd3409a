package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, by its byte order mark or the encoding it declares (XML 1.0, appendix F), else UTF-8. The
 * JDK's parser could do this, but tells standard error of every byte it cannot decode.
 */
final class XmlText {
    private static final int HEAD = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlText() {}

    static Reader of(SeedFileStream file) {
        try {
            byte[] head = file.readNBytes(HEAD);
            if (head.length == 0) {
                throw new SeedFileException.Malformed("the file is empty");
            }
            int mark = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
            var whole = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), file);
            return new InputStreamReader(whole, charset(head, mark).newDecoder());
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    private static Charset charset(byte[] head, int mark) {
        if (startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16;
        }
        var declaration = DECLARED.matcher(new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1));
        return declaration.find() ? named(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new SeedFileException.Refused("the file's encoding \"%s\" is not supported".formatted(name));
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        var start = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            start[i] = (byte) mark[i];
        }
        return head.length >= start.length && Arrays.equals(start, Arrays.copyOf(head, start.length));
    }
}
