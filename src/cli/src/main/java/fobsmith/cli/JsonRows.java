package fobsmith.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows as an array in one object of JSON, whose other members come after it; if they do not come, it is an object all the same. */
final class JsonRows<T> implements RowStream<T> {
    private final PrintWriter out;
    private final JsonMapper mapper;
    private final String name;
    private @Nullable JsonGenerator json;

    JsonRows(PrintWriter out, JsonMapper mapper, String name) {
        this.out = out;
        this.mapper = mapper;
        this.name = name;
    }

    /** Where nothing comes nothing is printed. */
    private JsonGenerator begun() {
        var generator = json;
        if (generator == null) {
            generator = mapper.writer()
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .createGenerator(out);
            generator.writeStartObject();
            generator.writeName(name);
            generator.writeStartArray();
            json = generator;
        }
        return generator;
    }

    @Override
    public void add(T row) {
        begun().writePOJO(row);
    }

    @Override
    public void end(Object record, String text) {
        var generator = begun();
        generator.writeEndArray();
        mapper.valueToTree(record).properties().forEach(member -> {
            generator.writeName(member.getKey());
            generator.writeTree(member.getValue());
        });
        generator.writeEndObject();
    }

    @Override
    public void close() {
        if (json != null) {
            json.close();
            out.println();
        }
    }
}
