package fobsmith.devices.flipper;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code totp ls --tsv}: what the Authenticator keeps, without its seed.
 *
 * @param index from 1, by which it is deleted
 */
record TokenRow(int index, String name, String algorithm, String digits, String type) {
    private static final String HEADER = "#\tName\tAlgo\tLn\tType";
    private static final String NONE = "There are no tokens";

    /** The name is whatever somebody gave it. */
    private static final Pattern ROW = Pattern.compile("(\\d{1,6})\t(.*)\t([^\t]*)\t([^\t]*)\t([^\t]*)");

    /**
     * Reads a list.
     *
     * @throws DeviceException.Malformed where a line is missing or there is no list
     */
    static List<TokenRow> read(Answer answer) {
        var rows = new ArrayList<TokenRow>();
        answer.lines().stream()
                .dropWhile(line -> !line.text().equals(HEADER))
                .map(line -> ROW.matcher(line.text()))
                .filter(Matcher::matches)
                .forEach(row -> rows.add(new TokenRow(
                        Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4), row.group(5))));
        boolean empty = answer.beginning(NONE).isPresent();
        if (empty == answer.beginning(HEADER).isPresent() || !areCounted(rows)) {
            throw new DeviceException.Malformed("the Flipper's list of tokens has gaps, or is none");
        }
        return List.copyOf(rows);
    }

    private static boolean areCounted(List<TokenRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).index != i + 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether its name ends with this account, whatever title stands before it. */
    boolean isOf(String account) {
        return name.equals(account) || name.endsWith(":" + account);
    }

    boolean shows(String expectedName, OtpProfile.Totp otp) {
        return name.equals(expectedName)
                && algorithm.equals(FlipperLimits.algorithm(otp))
                && digits.equals(String.valueOf(otp.digits()))
                && type.equals("totp");
    }
}
