package fobsmith.desk.hardware;

import fobsmith.desk.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/**
 * What a receipt says, in one language.
 *
 * @param rows what is handed over and by whom
 * @param signatures whose, under the lines to sign on
 */
record ReceiptText(
        Locale locale, String title, String statement, List<Row> rows, List<String> signatures, String fileName) {
    ReceiptText {
        rows = List.copyOf(rows);
        signatures = List.copyOf(signatures);
    }

    record Row(String label, String value) {}

    static ReceiptText of(Receipt receipt, Messages messages, ZoneId zone) {
        var locale = messages.language().locale();
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        return new ReceiptText(
                locale,
                messages.text("hardware.receipt.title"),
                messages.text("hardware.receipt.statement", receipt.person()),
                List.of(
                        new Row(messages.text("hardware.receipt.person"), receipt.person()),
                        new Row(messages.text("hardware.receipt.serial"), receipt.serial()),
                        new Row(messages.text("hardware.receipt.model"), receipt.model()),
                        new Row(messages.text("hardware.receipt.date"), date.format(receipt.enabledAt())),
                        new Row(messages.text("hardware.receipt.operator"), receipt.operator())),
                List.of(
                        messages.text("hardware.receipt.sign-person", receipt.person()),
                        messages.text("hardware.receipt.sign-operator", receipt.operator())),
                messages.text("hardware.receipt.file", receipt.serial().replaceAll("[^A-Za-z0-9-]", "-")));
    }
}
