package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What an entry shall be, read from the options of a command one after the other. */
final class EntryOptions {
    private final Arguments arguments;
    private final Output output;
    private Entry entry;
    private PlainSeed encoding = PlainSeed.BASE32;
    private boolean masked = true;
    private boolean newSeed;

    EntryOptions(Entry entry, Arguments arguments, Output output) {
        this.entry = entry;
        this.arguments = arguments;
        this.output = output;
    }

    Entry entry() {
        return entry;
    }

    PlainSeed encoding() {
        return encoding;
    }

    boolean masked() {
        return masked;
    }

    boolean newSeed() {
        return newSeed;
    }

    /** Whether all are good; it was said what was not. Those for a change know two more. */
    boolean read(boolean forChange) {
        for (var option = arguments.word(); option.isPresent(); option = arguments.word()) {
            if (!read(option.get(), forChange)) {
                return false;
            }
        }
        return true;
    }

    private boolean read(String option, boolean forChange) {
        return switch (option.toLowerCase(Locale.ROOT)) {
            case "-t" -> value("-t", value -> named(value, Kind.values()).map(entry::withKind));
            case "-i" -> value("-i", value -> unsigned(value).map(entry::withCounter));
            case "-a" -> value("-a", value -> named(value, Hash.values()).map(entry::withHash));
            case "-e" -> value("-e", this::encoding);
            case "-b" -> value("-b", value -> features(value).map(entry::withFeatures));
            case "-d" ->
                number("-d", value -> isDigits(value) ? Optional.of(entry.withDigits(value)) : Optional.empty());
            case "-l" -> number("-l", value -> value >= 15 ? Optional.of(entry.withStep(value)) : Optional.empty());
            case "-u" -> {
                masked = false;
                yield true;
            }
            default -> forChange ? readForChange(option) : unknown(option);
        };
    }

    private boolean readForChange(String option) {
        return switch (option.toLowerCase(Locale.ROOT)) {
            case "-s" -> {
                newSeed = true;
                yield true;
            }
            case "-n" -> name();
            default -> unknown(option);
        };
    }

    private boolean name() {
        var name = arguments.perhapsQuoted().filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            return missed("-n");
        }
        entry = entry.withName(name.get());
        return true;
    }

    private boolean value(String option, Function<String, Optional<Entry>> change) {
        var value = arguments.word();
        return value.isEmpty() ? missed(option) : changed(option, value.get(), change.apply(value.get()));
    }

    private boolean number(String option, Function<Integer, Optional<Entry>> change) {
        var value = arguments.number(0, 255);
        return value.isEmpty()
                ? missed(option)
                : changed(option, Integer.toString(value.getAsInt()), change.apply(value.getAsInt()));
    }

    private boolean changed(String option, String value, Optional<Entry> other) {
        if (other.isEmpty()) {
            output.line(Colour.ERROR, "\"%s\" is incorrect value for argument \"%s\"".formatted(value, option));
            return false;
        }
        entry = other.get();
        return true;
    }

    private boolean missed(String option) {
        output.line(Colour.ERROR, "Missed or incorrect value for argument \"%s\"".formatted(option));
        return false;
    }

    private boolean unknown(String option) {
        output.line("Unknown argument \"%s\"".formatted(option));
        return false;
    }

    private Optional<Entry> encoding(String value) {
        return named(value, PlainSeed.values()).map(named -> {
            encoding = named;
            return entry;
        });
    }

    private static boolean isDigits(int digits) {
        return digits == 5 || digits == 6 || digits == 8;
    }

    private static <E extends Enum<E>> Optional<E> named(String value, E[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private static Optional<Long> unsigned(String value) {
        try {
            return Optional.of(Long.parseUnsignedLong(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** They add up until there shall be none. */
    private Optional<Integer> features(String value) {
        return value.equalsIgnoreCase("none")
                ? Optional.of(0)
                : named(value, Feature.values()).map(feature -> entry.features() | feature.bit());
    }
}
