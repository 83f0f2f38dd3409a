package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.IamError;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome.Reason;
import fobsmith.registry.SerialNumber;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleSignInTest extends DeskTest {
    private static final OneTimePassword WRONG_CODE = OneTimePassword.parse("000000");

    @Test
    void letsInByPassphraseAloneWhoHasNoDevice() {
        try (var console = signIn()) {
            assertThat(console.operator()).isEqualTo(olga);
            assertThat(console.isWithCode()).isFalse();
        }
        var deed = station.registry.audit().newest(1).getFirst();
        assertThat(deed.action()).isEqualTo("sign-in-at-desk");
        assertThat(deed.actor()).isEqualTo(olga.id());
        assertThat(deed.host()).isEqualTo("desk-1");
    }

    @Test
    void refusesAlikeWhateverIsWrong() {
        assertThat(begin("olga", WRONG)).isEqualTo(new SignInStep.Refused());
        assertThat(begin("alice", RIGHT)).isEqualTo(new SignInStep.Refused());
        assertThat(begin("nobody", RIGHT)).isEqualTo(new SignInStep.Refused());
        assertThat(begin("<root_account>", RIGHT)).isEqualTo(new SignInStep.Refused());
    }

    @Test
    void pausesAfterSixWrongPassphrases() {
        IntStream.range(0, 6).forEach(_ -> begin("olga", WRONG));
        assertThat(begin("olga", RIGHT))
                .isEqualTo(new SignInStep.Paused(station.clock.instant().plusSeconds(30)));
        station.clock.turn(Duration.ofSeconds(30));
        signIn().close();
    }

    @Test
    void wantsACodeOfWhoHasADeviceAndConsumesIt() {
        var fob = give(olga, "GAHT12345678");
        var second = give(olga, "GAHT12345679");
        var wanted = (CodeWanted) begin("olga", RIGHT);
        assertThat(wanted.devices()).extracting(device -> device.serial()).containsExactly(fob, second);
        var code = station.display(second, 0);
        try (var console = signedIn(wanted.show(second, code))) {
            assertThat(console.isWithCode()).isTrue();
        }
        assertThat(((CodeWanted) begin("olga", RIGHT)).show(second, code))
                .isInstanceOfSatisfying(
                        SignInStep.CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CONSUMED));
    }

    @Test
    void slowsDownWrongCodesAsAnySignIn() {
        var fob = give(olga, "GAHT12345678");
        var wanted = (CodeWanted) begin("olga", RIGHT);
        IntStream.range(0, 6)
                .forEach(_ -> assertThat(wanted.show(fob, WRONG_CODE))
                        .isInstanceOfSatisfying(
                                SignInStep.CodeRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG)));
        assertThat(wanted.show(fob, station.display(fob, 0)))
                .isInstanceOfSatisfying(SignInStep.CodeRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.PAUSED);
                    assertThat(refused.device().pauseUntil())
                            .isEqualTo(station.clock.instant().plusSeconds(30));
                });
    }

    @Test
    void takesNoCodeOfAnothersDeviceAndNoneTooLate() {
        var own = give(olga, "GAHT12345678");
        var other = give(alice, "GAHT12345679");
        var wanted = (CodeWanted) begin("olga", RIGHT);
        assertThat(wanted.show(other, station.display(other, 0))).isEqualTo(new SignInStep.Refused());
        station.clock.turn(Duration.ofMinutes(11));
        assertThat(wanted.show(own, station.display(own, 0))).isEqualTo(new SignInStep.Refused());
    }

    @Test
    void takesNoCodeOnceThePassphraseIsAnother() {
        var fob = give(olga, "GAHT12345678");
        var wanted = (CodeWanted) begin("olga", RIGHT);
        setPassphrase(olga);
        assertThat(wanted.show(fob, station.display(fob, 0))).isEqualTo(new SignInStep.Refused());
    }

    @Test
    void tellsPoliciesThatACodeWasShown() {
        put("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*",
                 "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},
                  "NumericLessThan":{"aws:MultiFactorAuthAge":"3600"},"IpAddress":{"aws:SourceIp":"127.0.0.1"}}}]}""");
        denied(() -> signIn().people().search("", 10));
        var console = signInWith(give(olga, "GAHT12345678"));
        assertThat(console.people().search("al", 10)).containsExactly(alice);
        station.clock.turn(Duration.ofHours(1));
        denied(() -> console.people().search("al", 10));
    }

    @Test
    void endsWithTheHoursThePassphraseTheSessionsAndTheUser() {
        allow("*");
        over(() -> station.clock.turn(Duration.ofHours(12)));
        over(() -> setPassphrase(olga));
        over(() -> station.registry.users().revokeSessions(station.console, olga));
        station.clock.turn(Duration.ofSeconds(1));
        over(() -> station.registry.deskPassphrases().remove(station.console, olga));
    }

    private void over(Runnable end) {
        var console = signIn();
        console.people().search("", 1);
        end.run();
        refused(IamError.EXPIRED_TOKEN, () -> console.people().search("", 1));
    }

    @Test
    void isOverWhenItIsClosedAndGoesOnUnderAnotherName() {
        allow("*");
        var console = signIn();
        station.registry.users().update(station.console, olga, "olivia", "/");
        assertThat(console.operator().name()).isEqualTo("olivia");
        console.close();
        refused(IamError.EXPIRED_TOKEN, () -> console.operator());
    }

    @Test
    void asksForACodeAgainOnceThereIsADevice() {
        signIn().close();
        SerialNumber fob = give(olga, "GAHT12345678");
        assertThat(begin("olga", RIGHT)).isInstanceOf(CodeWanted.class);
        station.registry.tokens().deactivate(station.console, olga, fob);
        assertThat(begin("olga", RIGHT)).isInstanceOf(SignInStep.SignedIn.class);
    }
}
