package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.ykoath.YubiKey;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated YubiKeys and single-profile tokens as the control API describes and handles them. */
@ExtendWith(SimulatedTokens.class)
class CardsControlTest {
    private RawCalls calls;

    @BeforeEach
    void connect(RunningSimulator running) {
        calls = RawCalls.authorised(running);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    private String add(String description) throws IOException, InterruptedException {
        return calls.send("POST", "/tokens", description).body();
    }

    @Test
    void aYubiKeyWaitsForAPressOfTheApi(Simulator simulator, ControlClient client) throws Exception {
        assertThat(add("{'model':'yubikey','serial':'7','touch':'BY_HAND'}"))
                .contains("\"model\":\"Yubico YubiKey 5\"", "\"bus\":\"1-1\"", "\"waitsForTouch\":false");
        var token = simulator.get("7", YubiKey.class);
        token.powerOn();
        token.exchange(Hex.bytes("00a4040007a0000005272101"));
        token.exchange(Hex.bytes("0001000010 710161 7309 2106 01020304050607 7802"));
        var code = CompletableFuture.supplyAsync(
                () -> Hex.text(token.exchange(Hex.bytes("00a200010d 710161 7408 0000000000000001"))),
                Executors.newVirtualThreadPerTaskExecutor());
        await().until(() -> token.state().waitsForTouch());
        assertThat(client.state("7").errorMillis()).isZero();
        assertThat(calls.send("POST", "/tokens/7/press", "").statusCode()).isEqualTo(200);
        assertThat(code.join()).startsWith("760506").endsWith("9000");
        assertThat(calls.send("POST", "/tokens/7/press", "").body()).contains("token 7 does not wait to be touched");
    }

    @Test
    void aSingleProfileTokenIsPressedAndRead(Simulator simulator, ControlClient client) throws Exception {
        assertThat(add("{'model':'token2-single','serial':'86596320000007','drift':{'ppm':50},'restrictedSync':false}"))
                .contains("\"model\":\"Token2 C302-i\"", "\"carriesSeed\":false", "\"bus\":\"\"");
        assertThat(client.state("86596320000007").drift().initialPpm()).isEqualTo(50);
        assertThat(calls.send("POST", "/tokens/86596320000007/press", "").body())
                .contains("\"display\":\"\"");
        assertThat(simulator.get("86596320000007", SingleProfile.class).press().blank())
                .isTrue();
        assertThat(client.place("86596320000007")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'token2-single','serial':'12'} | token 12: serial \\\"12\\\" is not 14 letters and digits",
                "{'model':'token2-single','pin':'1'} | token 86596220000001",
                "{'model':'yubikey','serial':'x'} | token x: serial \\\"x\\\" is not a number up to 4294967295",
                "{'model':'yubikey','quirks':{'LAME':true}} | unknown quirk",
                "{'model':'yubikey','serial':'7','plug':{'vpcd':0}} | token 7: port 0 is not between 1 and 65535",
                "{'model':'flipper-zero','plug':{'tcp':65536}} | : port 65536 is not between 0 and 65535",
                "{'model':'yubikey','serial':'7','plug':{}} | token 7: a plug is one of vpcd, pty and tcp",
                "{'model':'yubikey','touch':'SOFTLY'} | unknown touch",
            })
    void whatIsWrongInADescriptionIsNamed(String description, String complaint) throws Exception {
        assertThat(add(description)).contains(complaint);
    }
}
