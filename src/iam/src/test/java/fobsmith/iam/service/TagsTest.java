package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of users, of virtual devices, and of hardware. */
class TagsTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String DUPLICATE = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    private static final String PATTERN =
            "Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";

    @BeforeEach
    void stock() {
        rig.station.user("bob");
        rig.station.fob(FOB);
        admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone").ok();
    }

    /** Keys and values, as a client sends them. */
    private static String[] tags(String name, String whose, String... pairs) {
        var members = new ArrayList<>(List.of(name, whose));
        for (int i = 0; i < pairs.length; i++) {
            members.add("Tags.member.%d.%s".formatted(i / 2 + 1, i % 2 == 0 ? "Key" : "Value"));
            members.add(pairs[i]);
        }
        return members.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "TagUser,      UntagUser,      ListUserTags,      UserName,     BOB",
        "TagMFADevice, UntagMFADevice, ListMFADeviceTags, SerialNumber, arn:aws:iam::123456789012:mfa/PHONE",
        "TagMFADevice, UntagMFADevice, ListMFADeviceTags, SerialNumber, gaht00000001"
    })
    void areAddedOverwrittenListedByKeyAndTaken(String tag, String untag, String list, String name, String whose) {
        admin.iam(tag, tags(name, whose, "Zoo", "1", "desk", "Zürich 3 / a+b", "b", ""))
                .ok();
        admin.iam(tag, tags(name, whose, "ZOO", "2")).ok();
        var first = admin.iam(list, name, whose, "MaxItems", "2").ok();
        assertThat(first.members()).isEqualTo("Tags(member(Key Value) member(Key Value)) IsTruncated Marker");
        assertThat(first.texts("Key")).containsExactly("b", "desk");
        assertThat(first.texts("Value")).containsExactly("", "Zürich 3 / a+b");
        var rest = admin.iam(list, name, whose, "Marker", first.text("Marker")).ok();
        assertThat(rest.texts("Key")).containsExactly("ZOO");
        assertThat(rest.texts("Value")).containsExactly("2");
        var gone = admin.iam(untag, name, whose, "TagKeys.member.1", "zoo", "TagKeys.member.2", "never-there");
        assertThat(gone.ok().structure()).isEqualTo(untag + "Response(ResponseMetadata(RequestId))");
        assertThat(admin.iam(list, name, whose).ok().texts("Key")).containsExactly("b", "desk");
    }

    /** Command line and SDKs send an empty list as "Tags=". */
    @Test
    void mayBeNone() {
        admin.iam("TagUser", "UserName", "bob", "Tags", "").ok();
        admin.iam("UntagUser", "UserName", "bob", "TagKeys", "").ok();
        admin.iam("TagUser", "UserName", "bob")
                .isInvalid("1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must"
                        + " not be null");
        admin.iam("UntagMFADevice", "SerialNumber", FOB)
                .isInvalid(
                        "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must"
                                + " not be null");
        assertThat(admin.iam("ListUserTags", "UserName", "bob").ok().members()).isEqualTo("Tags IsTruncated");
    }

    @Test
    void comeWithAUserOrADeviceFromTheStart() {
        var user = admin.iam("CreateUser", tags("UserName", "carol", "team", "blue"))
                .ok();
        assertThat(user.members()).isEqualTo("User(Path UserName UserId Arn CreateDate Tags(member(Key Value)))");
        assertThat(admin.iam("GetUser", "UserName", "carol").ok().text("Value")).isEqualTo("blue");
        assertThat(admin.iam("ListUsers").ok().texts("Tags")).isEmpty();
        var device = admin.iam("CreateVirtualMFADevice", tags("VirtualMFADeviceName", "tablet", "team", "blue"))
                .ok();
        assertThat(device.members())
                .isEqualTo("VirtualMFADevice(SerialNumber Base32StringSeed QRCodePNG Tags(member(Key Value)))");
        assertThat(admin.iam("ListVirtualMFADevices").ok().texts("Tags")).isEmpty();
        assertThat(admin.iam("ListMFADeviceTags", "SerialNumber", ARN + "tablet")
                        .ok()
                        .text("Key"))
                .isEqualTo("team");
    }

    @Test
    void haveKeysThatDifferByMoreThanCase() {
        for (var action : List.of("TagUser", "CreateUser")) {
            admin.iam(action, tags("UserName", "bob", "a", "1", "A", "2")).isRefused(400, "InvalidInput", DUPLICATE);
        }
        admin.iam("TagMFADevice", tags("SerialNumber", FOB, "a", "1", "a", "1"))
                .isRefused(400, "InvalidInput", DUPLICATE);
        admin.iam("TagUser", tags("UserName", "bob", "aws:a", "1"))
                .isRefused(400, "InvalidInput", "System tags cannot be added/updated by requester.");
    }

    @Test
    void areAllValidatedOrNoneIsStored() {
        admin.iam(
                        "TagUser",
                        tags("UserName", "bob", "good", "1", "b*d", "<", "", "v", "k".repeat(129), "v".repeat(257)))
                .isInvalid("6 validation errors detected: Value at 'tags.2.member.key' failed to satisfy constraint: "
                        + PATTERN + "+; Value at 'tags.2.member.value' failed to satisfy constraint: " + PATTERN
                        + "*; Value at 'tags.3.member.key' failed to satisfy constraint: " + PATTERN
                        + "+; Value at 'tags.3.member.key' failed to satisfy constraint: Member must have length greater"
                        + " than or equal to 1; Value at 'tags.4.member.key' failed to satisfy constraint: Member must"
                        + " have length less than or equal to 128; Value at 'tags.4.member.value' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 256");
        admin.iam("TagUser", "UserName", "bob", "Tags.member.1.Key", "k")
                .isInvalid("1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy"
                        + " constraint: Member must not be null");
        admin.iam("UntagUser", "UserName", "bob", "TagKeys.member.1", "*").violates("tagKeys.1.member", PATTERN + "+");
        assertThat(admin.iam("ListUserTags", "UserName", "bob").ok().texts("Key"))
                .isEmpty();
    }

    private static String[] many(String name, String whose, int first, int count) {
        return tags(
                name,
                whose,
                IntStream.range(first, first + count)
                        .boxed()
                        .flatMap(i -> List.of("k" + i, "").stream())
                        .toArray(String[]::new));
    }

    @Test
    void areFiftyAtMost() {
        admin.iam("TagUser", many("UserName", "bob", 0, 51))
                .violates("tags", "Member must have length less than or equal to 50");
        admin.iam("TagUser", many("UserName", "bob", 0, 50)).ok();
        admin.iam("TagUser", many("UserName", "bob", 49, 2))
                .isRefused(409, "LimitExceeded", "Cannot exceed quota for TagsPerUser: 50");
        admin.iam("TagMFADevice", many("SerialNumber", FOB, 0, 50)).ok();
        admin.iam("TagMFADevice", many("SerialNumber", FOB, 50, 1))
                .isRefused(409, "LimitExceeded", "Cannot exceed quota for TagsPerMFADevice: 50");
    }

    @Test
    void needSomethingToWearThem() {
        for (var serial : List.of("GAHT99999999", ARN + "none", "arn:aws:iam")) {
            var text = "MFA Device with serial number %s does not exist.".formatted(serial);
            admin.iam("TagMFADevice", tags("SerialNumber", serial, "k", "v")).isRefused(404, "NoSuchEntity", text);
            admin.iam("UntagMFADevice", "SerialNumber", serial, "TagKeys.member.1", "k")
                    .isRefused(404, "NoSuchEntity", text);
            admin.iam("ListMFADeviceTags", "SerialNumber", serial).isRefused(404, "NoSuchEntity", text);
        }
        admin.iam("TagUser", tags("UserName", "nobody", "k", "v"))
                .isRefused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
    }

    /** Keys that are two where they are kept are two to policies: else whoever may give one of them gives the other. */
    @Test
    void whoseKeysOnlyLookAlikeAreTwoToPoliciesToo() {
        var carol = rig.newUser("carol");
        rig.allow("carol", "cleared", """
                {"Effect":"Allow","Action":"iam:ListUsers","Resource":"*",
                "Condition":{"StringEquals":{"aws:PrincipalTag/access":"all"}}}""");
        admin.iam("TagUser", tags("UserName", "carol", "Access", "none", "acce\u017fs", "all"))
                .ok();
        assertThat(admin.iam("ListUserTags", "UserName", "carol").ok().texts("Key"))
                .containsExactly("Access", "acce\u017fs");
        assertThat(carol.iam("ListUsers").status()).isEqualTo(403);
        admin.iam("TagUser", tags("UserName", "carol", "ACCESS", "all")).ok();
        carol.iam("ListUsers").ok();
    }

    /** The sign for kelvin is a K. */
    @Test
    void whoseKeysAreOneWhereTheyAreKeptMayNotComeTogether() {
        admin.iam("TagUser", tags("UserName", "bob", "desk", "1", "des\u212a", "2"))
                .isRefused(400, "InvalidInput", DUPLICATE);
    }
}
