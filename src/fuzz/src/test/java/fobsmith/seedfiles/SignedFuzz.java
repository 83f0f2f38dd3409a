package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;

/**
 * Key containers with a signature, as they come or, where the last byte says so, with a good one put in, which a fuzzer would
 * never find. Each is read as a file that fits in memory, which the JDK verifies, and as one that does not, in our own
 * canonical form: both must take the same keys or refuse them. In its package, since only there the bound can be chosen.
 */
final class SignedFuzz {
    private static final TrustedSigner SIGNER = new TrustedSigner();
    private static final ReadingTerms TERMS = ReadingTerms.STRICT
            .withEventBased()
            .tolerating(Leniency.SERIAL_FROM_KEY_ID)
            .signedBy(List.of(SIGNER.certificate()));
    private static final List<String> FORMS = List.of(
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_11,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS);

    private SignedFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        int how = bytes[bytes.length - 1] & 0xff;
        var container = Arrays.copyOf(bytes, bytes.length - 1);
        var form = FORMS.get(how / 4 % FORMS.size());
        var file = switch (how & 3) {
            case 0, 2 -> signed(container, form, false);
            case 1 -> signed(container, form, true);
            default -> container;
        };
        var inMemory = keys(file, SignedContainer.MOST_BYTES);
        var inPassing = keys(file, 0);
        if (!inMemory.equals(inPassing)) {
            throw new AssertionError("in memory %s, in passing %s".formatted(inMemory, inPassing));
        }
    }

    /** What was read; nothing where the file was refused. */
    private static Optional<List<String>> keys(byte[] file, int mostInMemory) {
        var keys = new ArrayList<String>();
        try (var reader = PskcReader.open(() -> new ByteArrayInputStream(file), TERMS, mostInMemory)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    keys.add(key.toString());
                }
            }
            return Optional.of(keys);
        } catch (SeedFileException e) {
            return Optional.empty();
        }
    }

    /** With the signature in front of the end of the container; the file as it is where that cannot be told. */
    private static byte[] signed(byte[] file, String form, boolean byId) {
        int end = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("</");
        try {
            var canonical = new CanonicalForm(form.contains("exc-c14n"), Set.of(), !byId);
            var digest = SignatureAlgorithms.sha256();
            var sweep = CanonicalSweep.through(new ByteArrayInputStream(file), canonical, digest);
            if (end < 0 || (byId && !sweep.id().matches("[A-Za-z][A-Za-z0-9]*"))) {
                return file;
            }
            var reference = byId ? "#" + sweep.id() : "";
            var element = SIGNER.signature(reference, List.of(Transform.ENVELOPED, form), digest.digest());
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(Arrays.copyOf(file, end));
            whole.writeBytes(element.getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(Arrays.copyOfRange(file, end, file.length));
            return whole.toByteArray();
        } catch (SeedFileException e) {
            return file;
        }
    }

    /** Writes what the fuzzer begins with into a folder: something of all that canonical forms treat, signed in each way. */
    public static void main(String[] arguments) throws IOException {
        var awkward = """
                <?before?><k:KeyContainer Id="b7" Version="1.0" xmlns:k="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:u="urn:u">
                <!-- c --><?within  and?><k:KeyPackage xmlns:k="urn:ietf:params:xml:ns:keyprov:pskc"><k:DeviceInfo>
                <k:Manufacturer>A &amp; B &lt;&gt; "C"&#13;</k:Manufacturer><k:SerialNo><![CDATA[GAHT1]]></k:SerialNo></k:DeviceInfo>
                <k:Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp"><k:AlgorithmParameters>
                <k:ResponseFormat Length="6" Encoding="DECIMAL"/></k:AlgorithmParameters><k:Data><k:Secret>
                <k:PlainValue>dGVzdCBzZWVkIG9mIGZvYiAwMDE=</k:PlainValue></k:Secret></k:Data></k:Key></k:KeyPackage>
                <k:Extensions><a xmlns="urn:a" xmlns:b="urn:b" b:y="2" x="&#9;&quot;&lt;"><b:i xmlns=""><n xml:lang="de"/></b:i></a>
                </k:Extensions></k:KeyContainer><?after?>
                """.getBytes(StandardCharsets.UTF_8);
        for (int how = 0; how < 4 * FORMS.size(); how++) {
            awkward[awkward.length - 1] = (byte) how;
            Files.write(Path.of(arguments[0]).resolve("signed-%d".formatted(how)), awkward);
        }
    }
}
