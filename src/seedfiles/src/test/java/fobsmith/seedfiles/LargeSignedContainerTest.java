package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SignedContainerTest} reads each of its files in this way too. */
class LargeSignedContainerTest {
    private static final TestCertificate VENDOR = TestCertificate.rsa("CN=vendor");
    private static final ReadingTerms TERMS = ReadingTerms.STRICT.signedBy(List.of(VENDOR.certificate()));

    /** "make soak" or a person may ask for more. */
    private static final int KEYS = Integer.getInteger("signed.keys", 5_000);

    private static final long MEBIBYTE = 1024 * 1024;

    /** Something of everything that canonical forms treat in ways of their own. */
    private static final String AWKWARD = """
            <?before the root?><!-- before -->
            <k:KeyContainer Id="batch-7" Version="1.0" xmlns:k="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:unused="urn:u">
              <!-- within --><?within  and="more" ?><k:KeyPackage xmlns:k="urn:ietf:params:xml:ns:keyprov:pskc">
                <k:DeviceInfo><k:Manufacturer>Smith &amp; Daughters &lt;&gt; "Sons"&#13;</k:Manufacturer>
                  <k:SerialNo><![CDATA[GAHT00000001]]></k:SerialNo></k:DeviceInfo>
                <k:Key Id="key-1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
                  <k:AlgorithmParameters><k:ResponseFormat Length="6" Encoding="DECIMAL"/></k:AlgorithmParameters>
                  <k:Data><k:Secret><k:PlainValue>dGVzdCBzZWVkIG9mIGZvYiAwMDE=</k:PlainValue></k:Secret></k:Data>
                </k:Key>
              </k:KeyPackage>
              <k:Extensions><a xmlns="urn:a" xmlns:b="urn:b" xmlns:c="urn:a" c:z="1" b:y="2" x="3" w="&#9;&#10;&#13;&quot;&lt;&amp;'>">
                <b:inner xmlns="" xmlns:c="urn:c" c:one="&#x1F511;"><none xml:lang="de" xmlns:d="urn:d">Sch\u00fcssel PAIR</none>
                  <c:two xmlns:b="urn:b" xmlns:d="urn:d"/></b:inner></a></k:Extensions>
            </k:KeyContainer>
            <!-- after --><?after?>
            """.replace("PAIR", Character.toString(0x1F511));

    private static InputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(RepeatableFile file) {
        return Fixtures.readThrough(PskcReader.open(file, TERMS, 0));
    }

    static Stream<Arguments> forms() {
        var forms = new ArrayList<Arguments>();
        for (var reference : List.of("", "#batch-7")) {
            for (var form : List.of(
                    CanonicalizationMethod.INCLUSIVE,
                    CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.INCLUSIVE_11,
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS)) {
                forms.add(Arguments.of(reference, form, List.of(Transform.ENVELOPED, form)));
                forms.add(Arguments.of(reference, form, List.of(Transform.ENVELOPED)));
            }
        }
        return forms.stream();
    }

    private static String signed(String reference, String form, List<String> transforms) {
        var signing = new SignedFile(VENDOR);
        signing.reference = reference;
        signing.canonicalization = form;
        signing.transforms = transforms;
        return signing.sign(AWKWARD);
    }

    /** Signed by the JDK, whose canonical forms are not ours. */
    @ParameterizedTest
    @MethodSource("forms")
    void digestsWhatTheSignerDigested(String reference, String form, List<String> transforms) {
        var signed = signed(reference, form, transforms);
        assertThat(read(() -> bytes(signed))).hasSize(1);
        // the same canonical form, and therefore the same document
        var rewritten = signed.replace("xmlns:unused=\"urn:u\"", "xmlns:unused='urn:u' ")
                .replace("<![CDATA[GAHT00000001]]>", "GAHT0000000&#49;")
                .replace("<!-- within -->", "<!-- other -->");
        assertThat(read(() -> bytes(rewritten))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Daughters, Brothers",
        "within and, within  nor",
        "xmlns:unused=\"urn:u\", xmlns:used=\"urn:u\"",
        "xmlns:c=\"urn:c\", xmlns:c=\"urn:e\"",
        "c:one, b:one",
        "xml:lang=\"de\", xml:lang=\"en\"",
        "w=\"&#9;, w=\"&#10;",
        "\"&#9;, \" ",
        "GAHT00000001, GAHT00000002",
        "&#128273;</none>, &#128274;</none>",
        "<?after?>, <?after all?>",
        "<?before the root?>, ''",
        "</k:Extensions>, </k:Extensions><k:Extensions/>"
    })
    void anyOtherDocumentIsRefused(String part, String other) {
        var signed = signed("", CanonicalizationMethod.INCLUSIVE, List.of(Transform.ENVELOPED));
        assertThat(signed).contains(part);
        var changed = signed.replace(part, other);
        assertThatThrownBy(() -> read(() -> bytes(changed)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(SignatureVerifier.notSigned().getMessage());
    }

    /** Opened for a look at its size, to find the signature, to digest, and to be read: each time it must be the same. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void refusesAFileThatIsChangedMeanwhile(int opening) {
        var honest = new SignedFile(VENDOR).sign(AWKWARD);
        var other = new SignedFile(VENDOR).sign(AWKWARD.replace("GAHT00000001", "GAHT00000002"));
        var opened = new AtomicInteger();
        assertThatThrownBy(() -> read(() -> bytes(opened.incrementAndGet() == opening ? other : honest)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the key container was changed while it was read");
        assertThat(opened.get()).isEqualTo(Math.max(opening, 3));
    }

    @Test
    void refusesTransformsThatItDoesNotFollow() {
        var twice = new SignedFile(VENDOR);
        twice.transforms =
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.INCLUSIVE);
        var signed = twice.sign(AWKWARD);
        assertThatThrownBy(() -> read(() -> bytes(signed)))
                .hasMessage(
                        "the signature of so large a key container must be enveloped, and canonicalized once at most");
    }

    @Test
    void verifiesAndReadsInMemoryThatDoesNotGrowWithTheFile() {
        var used = Collections.synchronizedList(new ArrayList<Long>());
        LongConsumer watching = number -> {
            if (number % (KEYS / 4) == KEYS / 8) {
                System.gc();
                used.add(Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory());
            }
        };
        var file = new LargeSignedFile(VENDOR, KEYS, watching);
        try (var reader = PskcReader.open(file, TERMS, 1)) {
            int keys = 0;
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
                keys++;
            }
            assertThat(keys).isEqualTo(KEYS);
            assertThat(reader.signature()).isEqualTo(SignatureStatus.VERIFIED);
        }
        assertThat(used).hasSize(12);
        assertThat(Collections.max(used) - used.getFirst()).isLessThan(4 * MEBIBYTE);
    }
}
