package fobsmith.cli.token;

import fobsmith.seedfiles.SeedFileFormat;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats of seed files by the names that people type. */
final class FormatName implements ITypeConverter<SeedFileFormat>, Iterable<String> {
    @Override
    public SeedFileFormat convert(String name) {
        return SeedFileFormat.named(name)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not one of %s".formatted(name, String.join(", ", this))));
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.of(SeedFileFormat.values())
                .map(SeedFileFormat::optionName)
                .iterator();
    }
}
