package fobsmith.cli.token;

/** What tokens are exported to; {@code pskc}, {@code oath-csv}, {@code entra-csv}. */
enum ExportFormat {
    PSKC,
    OATH_CSV,
    ENTRA_CSV;

    @Override
    public String toString() {
        return switch (this) {
            case PSKC -> "pskc";
            case OATH_CSV -> "oath-csv";
            case ENTRA_CSV -> "entra-csv";
        };
    }
}
