package fobsmith.cli.demo;

import fobsmith.firmware.fob.FobDescription;
import fobsmith.oath.OtpauthKey;
import fobsmith.provisioning.SeedFileImport;
import fobsmith.registry.AuditReport;
import fobsmith.seedfiles.QrCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The story, step by step. Only the fobs' clocks are turned; nothing waits, and the service runs on real time. */
final class Demo {
    private static final String FOB = "GAHT00000001";
    private static final String USER = "alice";

    private final Stage stage;
    private final Narrator narrator;

    Demo(Stage stage, Narrator narrator) {
        this.stage = stage;
        this.narrator = narrator;
    }

    void run() {
        importSeedFile();
        try (var aws = new AwsClient(stage.service().uri(), narrator)) {
            var administrator = administrator();
            var alice = createUser(aws, administrator);
            enableFob(aws, administrator);
            signIn(aws, alice, FOB);
            letTheClockRunAway(aws, administrator, alice, FOB, "Four years later the fob");
            var molto2 = new Cable(stage, narrator).provision();
            enableMolto2(aws, administrator, alice, molto2);
            var phone = createVirtualDevice(aws, administrator);
            enableLate(aws, administrator, alice, phone);
            cleanUp(aws, administrator, alice, List.of(FOB, molto2, phone), phone);
        }
        verifyAudit();
        narrator.block(ByHand.TEXT);
    }

    private void importSeedFile() {
        narrator.step("A crate of three fobs has arrived; the vendor's seed file is imported");
        var report = new SeedFileImport(stage.registry()).run(stage.operator(), stage.seedFile(), "");
        narrator.say("%s: %d tokens in stock, seeds sealed"
                .formatted(stage.seedFile().getFileName(), report.added()));
    }

    private Login administrator() {
        narrator.step("The service listens at %s for account %s"
                .formatted(stage.service().uri(), stage.registry().accountId()));
        var user = stage.registry().users().create(stage.operator(), "administrator", "/", true);
        byte[] secret = stage.registry().identifiers().secret();
        var key = stage.registry().accessKeys().create(stage.operator(), user, secret);
        var identity = AwsCredentialsIdentity.create(key.id(), new String(secret, StandardCharsets.US_ASCII));
        Arrays.fill(secret, (byte) 0);
        return new Login("administrator", identity);
    }

    private Login createUser(AwsClient aws, Login administrator) {
        narrator.step("Alice joins: a user and an access key");
        require(200, aws.iam(administrator, "CreateUser", "UserName", USER));
        return Login.longTerm(USER, require(200, aws.iam(administrator, "CreateAccessKey", "UserName", USER)));
    }

    private void enableFob(AwsClient aws, Login administrator) {
        narrator.step("She gets fob %s: two codes read off its display, the fob's clock turned one step in between"
                .formatted(FOB));
        require(200, pair(aws, administrator, "EnableMFADevice", FOB));
        require(200, aws.iam(administrator, "ListMFADevices", "UserName", USER));
    }

    private void signIn(AwsClient aws, Login alice, String serial) {
        narrator.step("She signs in with the next code");
        var session = Login.session("alice's session", require(200, token(aws, alice, serial)));
        require(200, aws.sts(session, "GetCallerIdentity"));
    }

    private void letTheClockRunAway(AwsClient aws, Login administrator, Login alice, String serial, String which) {
        narrator.step(which + " is 450 s fast: its codes are refused");
        turnClockTo(serial, Duration.ofSeconds(450));
        require(403, token(aws, alice, serial));
        narrator.say("two codes in a row resynchronise it");
        require(200, pair(aws, administrator, "ResyncMFADevice", serial));
        signIn(aws, alice, serial);
    }

    private void enableMolto2(AwsClient aws, Login administrator, Login alice, String serial) {
        narrator.step("Alice gets it by its serial number, like any fob");
        require(200, pair(aws, administrator, "EnableMFADevice", serial));
        signIn(aws, alice, serial);
        letTheClockRunAway(aws, administrator, alice, serial, "Some years later its clock");
    }

    private String createVirtualDevice(AwsClient aws, Login administrator) {
        narrator.step("Alice adds her phone: a virtual device, whose QR code the app scans");
        var created =
                require(200, aws.iam(administrator, "CreateVirtualMFADevice", "VirtualMFADeviceName", "alice-phone"));
        var uri = QrCode.read(Base64.getDecoder().decode(created.text("QRCodePNG")));
        var arn = created.text("SerialNumber");
        try (var key = OtpauthKey.parse(uri)) {
            byte[] seed = key.seed().use(byte[]::clone);
            stage.fobs().add(FobDescription.of(arn), seed);
            Arrays.fill(seed, (byte) 0);
            narrator.say("the QR image says: %s, %s, a seed of %d bytes"
                    .formatted(key.issuer(), key.account(), key.seed().length()));
        }
        return arn;
    }

    private void enableLate(AwsClient aws, Login administrator, Login alice, String phone) {
        narrator.step("The two codes are five minutes old when they are sent: the device is associated ...");
        turnClockTo(phone, Duration.ofMinutes(-5));
        require(200, pair(aws, administrator, "EnableMFADevice", phone));
        turnClockTo(phone, Duration.ZERO);
        narrator.say("... but out of sync: the next code is refused, as AWS documents");
        require(403, token(aws, alice, phone));
        narrator.say("a resync mends it");
        require(200, pair(aws, administrator, "ResyncMFADevice", phone));
        signIn(aws, alice, phone);
    }

    private void cleanUp(AwsClient aws, Login administrator, Login alice, List<String> devices, String phone) {
        narrator.step("Alice leaves: devices, key and user go, in this order");
        for (var serial : devices) {
            require(200, aws.iam(administrator, "DeactivateMFADevice", "UserName", USER, "SerialNumber", serial));
        }
        require(200, aws.iam(administrator, "DeleteVirtualMFADevice", "SerialNumber", phone));
        var keyId = alice.identity().accessKeyId();
        require(200, aws.iam(administrator, "DeleteAccessKey", "UserName", USER, "AccessKeyId", keyId));
        require(200, aws.iam(administrator, "DeleteUser", "UserName", USER));
        narrator.say("fob and token are \"returned\": two codes typed at the desk make them stock again");
    }

    private void verifyAudit() {
        narrator.step("Every change and every refused code stands in the audit trail");
        switch (stage.registry().audit().verify()) {
            case AuditReport.Intact intact -> narrator.say("%d records, none changed".formatted(intact.records()));
            case AuditReport.Broken broken -> throw new IllegalStateException(broken.reason());
        }
    }

    private Answer pair(AwsClient aws, Login login, String action, String serial) {
        var first = nextCode(serial);
        var second = nextCode(serial);
        return aws.iam(
                login,
                action,
                "UserName",
                USER,
                "SerialNumber",
                serial,
                "AuthenticationCode1",
                first,
                "AuthenticationCode2",
                second);
    }

    private Answer token(AwsClient aws, Login login, String serial) {
        return aws.sts(login, "GetSessionToken", "SerialNumber", serial, "TokenCode", nextCode(serial));
    }

    /** Turns the token to the beginning of its next step and reads its display: a code is never read twice. */
    private String nextCode(String serial) {
        int left = stage.look(serial).secondsLeft();
        stage.fobs().shift(serial, Duration.ofSeconds(left));
        return stage.look(serial).display();
    }

    private void turnClockTo(String serial, Duration ahead) {
        var now = Duration.ofMillis(stage.fobs().state(serial).errorMillis());
        stage.fobs().shift(serial, ahead.minus(now));
    }

    private static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("expected status %d, got %d".formatted(status, answer.status()));
        }
        return answer;
    }
}
