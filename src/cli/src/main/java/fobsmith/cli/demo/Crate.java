package fobsmith.cli.demo;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a vendor delivers: fobs that hold seeds, and a seed file that says which. Closing it wipes the seeds. */
final class Crate implements AutoCloseable {
    private final Map<String, Seed> seeds = new LinkedHashMap<>();

    Crate(SecureRandom randomness) {
        for (int i = 1; i <= 3; i++) {
            seeds.put("GAHT0000000" + i, Seed.random(20, randomness));
        }
    }

    Map<String, Seed> seeds() {
        return seeds;
    }

    /** Writes the seed file: a PSKC container with plain values, RFC 6030. */
    Path write(Path file) throws IOException {
        var xml = new StringBuilder("<KeyContainer Version=\"1.0\" xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">\n");
        seeds.forEach((serial, seed) -> xml.append(keyPackage(serial, seed)));
        return Files.writeString(file, xml.append("</KeyContainer>\n"), StandardCharsets.UTF_8);
    }

    private static String keyPackage(String serial, Seed seed) {
        return """
              <KeyPackage>
                <DeviceInfo><Manufacturer>ACME</Manufacturer><SerialNo>%s</SerialNo><Model>F1</Model></DeviceInfo>
                <Key Id="%s" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
                  <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
                  <Data>
                    <Secret><PlainValue>%s</PlainValue></Secret>
                    <TimeInterval><PlainValue>30</PlainValue></TimeInterval>
                  </Data>
                </Key>
              </KeyPackage>
            """.formatted(serial, serial, seed.use(Base64.getEncoder()::encodeToString));
    }

    @Override
    public void close() {
        seeds.values().forEach(Seed::close);
    }
}
