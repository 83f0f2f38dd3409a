package fobsmith.seedfiles.writing;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Writes a key container of RFC 6030, one package for each key. */
final class PskcWriter implements SeedFileWriter {
    private static final String BEGINNING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
             xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"
             xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
             xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#">
            """;
    private static final String ALGORITHMS = "urn:ietf:params:xml:ns:keyprov:pskc:";

    private final SeedFileOutput output;
    private final PskcProtection protection;
    private boolean begun;
    private boolean finished;

    /** Takes the file and the protection over. */
    PskcWriter(OutputStream file, PskcProtection protection) {
        output = new SeedFileOutput(file);
        this.protection = protection;
    }

    @Override
    public void write(KeyDescription key, Seed seed) throws IOException {
        if (finished) {
            throw new IllegalStateException("the file is finished");
        }
        try (var secret = SecretElement.of(key, seed, protection)) {
            begin();
            output.raw("<KeyPackage>\n");
            writeDevice(key);
            writeKey(key, secret);
            output.raw("</KeyPackage>\n");
        }
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        output.raw(BEGINNING);
        var encryption = protection.encryption();
        if (encryption.isPresent()) {
            output.raw("<EncryptionKey>");
            encryption.get().writeKey(output);
            output.raw("</EncryptionKey>\n");
            SecretElement.writeMacMethod(encryption.get(), output);
        }
    }

    private void writeDevice(KeyDescription key) throws IOException {
        output.raw("<DeviceInfo>");
        writeText("Manufacturer", key.manufacturer());
        writeText("SerialNo", key.serial());
        writeText("Model", key.model());
        output.raw("</DeviceInfo>\n");
    }

    private void writeKey(KeyDescription key, SecretElement secret) throws IOException {
        boolean eventBased = key.profile() instanceof OtpProfile.Hotp;
        output.raw("<Key Id=\"").escaped(key.slot() > 0 ? key.serial() + ":" + key.slot() : key.serial());
        output.raw("\" Algorithm=\"%s%s\">".formatted(ALGORITHMS, eventBased ? "hotp" : "totp"));
        writeText("Issuer", key.issuer());
        writeParameters(key.profile());
        output.raw("\n<Data>");
        secret.writeTo(output);
        writeMovingFactor(key);
        output.raw("</Data>");
        writeText("UserId", key.userId());
        output.raw("</Key>\n");
    }

    private void writeParameters(OtpProfile profile) throws IOException {
        output.raw("<AlgorithmParameters>");
        if (profile.algorithm() != HmacAlgorithm.SHA1) {
            output.raw("<Suite>HMAC-%s</Suite>".formatted(profile.algorithm()));
        }
        output.raw("<ResponseFormat Length=\"%d\" Encoding=\"DECIMAL\"/></AlgorithmParameters>"
                .formatted(profile.digits()));
    }

    private void writeMovingFactor(KeyDescription key) throws IOException {
        switch (key.profile()) {
            case OtpProfile.Hotp _ -> writeNumber("Counter", Objects.requireNonNullElse(key.counter(), 0L));
            case OtpProfile.Totp totp -> {
                writeNumber("TimeInterval", totp.timeStep().toSeconds());
                var drift = key.timeDrift();
                if (drift != null) {
                    writeNumber("TimeDrift", drift);
                }
            }
        }
    }

    private void writeNumber(String element, long number) throws IOException {
        output.raw("<%1$s><PlainValue>%2$d</PlainValue></%1$s>".formatted(element, number));
    }

    private void writeText(String element, String text) throws IOException {
        if (!text.isEmpty()) {
            output.raw("<%s>".formatted(element)).escaped(text).raw("</%s>".formatted(element));
        }
    }

    @Override
    public void finish() throws IOException {
        begin();
        finished = true;
        output.raw("</KeyContainer>\n").flush();
    }

    @Override
    public void close() throws IOException {
        try (output) {
            protection.close();
        }
    }
}
