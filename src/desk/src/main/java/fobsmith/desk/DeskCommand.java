package fobsmith.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "fobsmith desk",
        mixinStandardHelpOptions = true,
        description = {
            "Open the onboarding desk: a window for whoever hands out tokens.",
            "Tokens on this machine's USB, smart-card readers and serial ports are seen, and those behind $FOBSMITH_USBIP."
        })
final class DeskCommand implements Callable<Integer> {
    private final InstantSource clock;
    private final SecureRandom randomness;
    private final Map<String, String> environment;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Registry (default: $FOBSMITH_REGISTRY, else ~/.fobsmith/registry.db).")
    private @Nullable Path registry;

    @Mixin
    private final DeskKeyOptions key = new DeskKeyOptions();

    @Option(
            names = "--demo",
            description = {
                "Try everything on a throw-away registry with simulated tokens;",
                "it needs nothing and is gone when the window closes."
            })
    private boolean demo;

    @Option(
            names = "--language",
            paramLabel = "en|es",
            converter = Languages.class,
            description = "What the desk speaks at first (default: this machine's language).")
    private @Nullable Language language;

    DeskCommand(InstantSource clock, SecureRandom randomness, Map<String, String> environment) {
        this.clock = clock;
        this.randomness = randomness;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var missing = Prerequisites.ofThisMachine(environment).missing();
        if (missing.isPresent()) {
            throw new StartFailures.CannotStart(
                    missing.get().what(), missing.get().hint());
        }
        try {
            open();
        } catch (DeskApplication.NoDisplay _) {
            throw new StartFailures.CannotStart(
                    "the display %s cannot be opened".formatted(environment.get("DISPLAY")),
                    "see that DISPLAY names one that is there and yours (xdpyinfo tells), then start the desk again");
        }
        return ExitCode.OK;
    }

    private void open() throws Exception {
        var opening = new DeskOpening(clock, randomness, language(), environment.getOrDefault("FOBSMITH_USBIP", ""));
        if (demo) {
            opening.demo();
        } else {
            opening.on(registry(), key.key(registry(), environment));
        }
    }

    private Language language() {
        return language == null ? Language.of(Locale.getDefault()) : language;
    }

    private Path registry() {
        if (registry != null) {
            return registry;
        }
        return variable("FOBSMITH_REGISTRY")
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")))
                        .resolve(".fobsmith/registry.db"));
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /** By the codes of ISO 639. */
    static final class Languages implements ITypeConverter<Language> {
        @Override
        public Language convert(String code) {
            return Arrays.stream(Language.values())
                    .filter(one -> one.code().equalsIgnoreCase(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("the desk speaks en and es, not \"%s\"".formatted(code)));
        }
    }
}
