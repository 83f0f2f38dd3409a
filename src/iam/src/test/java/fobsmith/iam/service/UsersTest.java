package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest extends RiggedTest {
    private static final String USER = "User(Path UserName UserId Arn CreateDate)";
    private static final String BAD_NAME = "The specified value for userName is invalid. It must contain only"
            + " alphanumeric characters and/or the following: +=,.@_-";
    private static final String BAD_PATH = "The specified value for path is invalid. It must begin and end with / and"
            + " contain only alphanumeric characters and/or / characters.";

    @Test
    void createsAUser() {
        var reply =
                admin.iam("CreateUser", "Path", "/division/", "UserName", "Bob").ok();
        assertThat(reply.structure())
                .isEqualTo("CreateUserResponse(CreateUserResult(%s) ResponseMetadata(RequestId))".formatted(USER));
        assertThat(reply.root().getNamespaceURI()).isEqualTo("https://iam.amazonaws.com/doc/2010-05-08/");
        assertThat(reply.text("Path")).isEqualTo("/division/");
        assertThat(reply.text("UserName")).isEqualTo("Bob");
        assertThat(reply.text("UserId")).matches("AIDA[A-Z2-7]{17}");
        assertThat(reply.text("Arn")).isEqualTo("arn:aws:iam::%s:user/division/Bob".formatted(ACCOUNT));
        assertThat(reply.text("CreateDate")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(reply.text("RequestId")).isEqualTo(reply.answer().requestId());
    }

    @Test
    void readsAUserWhateverTheCaseOfTheName() {
        admin.iam("CreateUser", "UserName", "Bob").ok();
        var reply = admin.iam("GetUser", "UserName", "BOB").ok();
        assertThat(reply.members()).isEqualTo(USER);
        assertThat(reply.text("UserName")).isEqualTo("Bob");
        assertThat(reply.text("Path")).isEqualTo("/");
    }

    @Test
    void readsTheCallerWhereNoNameIsGiven() {
        assertThat(admin.iam("GetUser").ok().text("UserName")).isEqualTo("administrator");
    }

    @Test
    void refusesANameThatIsTakenInAnotherCase() {
        admin.iam("CreateUser", "UserName", "Bob").ok();
        admin.iam("CreateUser", "UserName", "bOB")
                .isRefused(409, "EntityAlreadyExists", "User with name bOB already exists.");
    }

    @Test
    void doesNotKnowAUserWhoIsNotThere() {
        for (var action : List.of("GetUser", "DeleteUser", "ListMFADevices", "ListAccessKeys", "CreateAccessKey")) {
            admin.iam(action, "UserName", "nobody")
                    .isRefused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
        }
    }

    @Test
    void deletesAUserWhoHasNothingLeft() {
        admin.iam("CreateUser", "UserName", "Bob").ok();
        var reply = admin.iam("DeleteUser", "UserName", "bob").ok();
        assertThat(reply.structure()).isEqualTo("DeleteUserResponse(ResponseMetadata(RequestId))");
        admin.iam("GetUser", "UserName", "Bob")
                .isRefused(404, "NoSuchEntity", "The user with name Bob cannot be found.");
    }

    @Test
    void refusesToDeleteAUserWithADeviceAndThenOneWithAKey() {
        rig.newUser("bob");
        var fob = rig.enabledFob("GAHT00000001", "bob");
        admin.iam("DeleteUser", "UserName", "bob")
                .isRefused(409, "DeleteConflict", "Cannot delete entity, must delete MFA device first.");
        admin.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", fob).ok();
        admin.iam("DeleteUser", "UserName", "bob")
                .isRefused(409, "DeleteConflict", "Cannot delete entity, must delete access keys first.");
    }

    @Test
    void listsUsersByPathAndNameInPages() {
        for (var user : List.of("/ zed", "/ Amy", "/b/ amos", "/a/ zoe")) {
            var part = user.split(" ", -1);
            admin.iam("CreateUser", "Path", part[0], "UserName", part[1]).ok();
        }
        assertThat(inPagesOf("1")).containsExactly("administrator", "Amy", "zed", "zoe", "amos");
        assertThat(inPagesOf("2")).containsExactly("administrator", "Amy", "zed", "zoe", "amos");
        assertThat(admin.iam("ListUsers", "PathPrefix", "/b").ok().texts("UserName"))
                .containsExactly("amos");
    }

    private List<String> inPagesOf(String size) {
        var names = new ArrayList<String>();
        var reply = admin.iam("ListUsers", "MaxItems", size).ok();
        names.addAll(reply.texts("UserName"));
        while (reply.text("IsTruncated").equals("true")) {
            reply = admin.iam("ListUsers", "MaxItems", size, "Marker", reply.text("Marker"))
                    .ok();
            names.addAll(reply.texts("UserName"));
        }
        return names;
    }

    @Test
    void sendsAMarkerOnlyWhereMoreFollows() {
        rig.newUser("bob");
        var member = USER.replace("User(", "member(");
        assertThat(admin.iam("ListUsers").ok().members())
                .isEqualTo("Users(%s %s) IsTruncated".formatted(member, member));
        assertThat(admin.iam("ListUsers", "MaxItems", "1").ok().members())
                .isEqualTo("Users(%s) IsTruncated Marker".formatted(member));
        assertThat(admin.iam("ListUsers", "PathPrefix", "/none/").ok().members())
                .isEqualTo("Users IsTruncated");
    }

    @Test
    void turnsThePageEvenAfterTheLongestPath() {
        var path = "/" + "p".repeat(510) + "/";
        admin.iam("CreateUser", "Path", path, "UserName", "n".repeat(64)).ok();
        admin.iam("CreateUser", "Path", path, "UserName", "o".repeat(64)).ok();
        assertThat(inPagesOf("1")).hasSize(3);
    }

    @Test
    void refusesAMarkerItDidNotMake() {
        for (var marker : List.of("x", "äöü", "AAAA", "\u00ff", "!!!", "YQ==x")) {
            admin.iam("ListUsers", "Marker", marker).isInvalid("Invalid Marker.");
        }
    }

    /** A constraint of the model that is violated is told before a marker is taken apart. */
    @Test
    void saysWhatElseIsWrongBeforeAMarkerItDidNotMake() {
        admin.iam("ListUsers", "Marker", "x", "MaxItems", "0")
                .violates("maxItems", "Member must have value greater than or equal to 1");
        admin.iam("ListUsers", "PathPrefix", "x", "Marker", "x", "MaxItems", "1001")
                .isInvalid(
                        "2 validation errors detected: Value at 'pathPrefix' failed to satisfy constraint: Member must"
                                + " satisfy regular expression pattern: \\u002F[\\u0021-\\u007F]*; Value at 'maxItems' failed"
                                + " to satisfy constraint: Member must have value less than or equal to 1000");
    }

    @Test
    void takesNoHarmFromForgedMarkers() {
        for (var keys : List.of("\n", "\u0000\n\u0000", "'\n' OR 1=1 --", "\uFFFF\n\n\n")) {
            var marker = Base64.getUrlEncoder().encodeToString(keys.getBytes(UTF_8));
            for (var action : List.of("ListUsers", "ListMFADevices", "ListVirtualMFADevices", "ListAccessKeys")) {
                admin.iam(action, "Marker", marker).ok();
            }
        }
    }

    @Test
    void refusesNamesWithOtherCharacters() {
        for (var name : List.of("a b", "a/b", "ä", "a*", "a\n")) {
            admin.iam("CreateUser", "UserName", name).isInvalid(BAD_NAME);
            admin.iam("GetUser", "UserName", name).isInvalid(BAD_NAME);
        }
    }

    @Test
    void refusesPathsThatDoNotBeginAndEndWithASlash() {
        for (var path : List.of("a", "/a", "a/", "/a b/", "/ä/", "//a")) {
            admin.iam("CreateUser", "Path", path, "UserName", "bob").isInvalid(BAD_PATH);
        }
    }

    @Test
    void allowsDoubleSlashesAsAwsDoes() {
        admin.iam("CreateUser", "Path", "/test//double/", "UserName", "bob").ok();
    }

    @Test
    void refusesWhatIsTooLong() {
        admin.iam("CreateUser", "UserName", "n".repeat(65))
                .violates("userName", "Member must have length less than or equal to 64");
        admin.iam("GetUser", "UserName", "n".repeat(129))
                .violates("userName", "Member must have length less than or equal to 128");
        admin.iam("CreateUser", "Path", "/" + "p".repeat(511) + "/", "UserName", "bob")
                .violates("path", "Member must have length less than or equal to 512");
    }

    @Test
    void saysAllThatIsWrongInOneMessage() {
        admin.iam("CreateUser", "Path", "/" + "p".repeat(511) + "/")
                .isInvalid(
                        "2 validation errors detected: Value at 'path' failed to satisfy constraint: Member must have"
                                + " length less than or equal to 512; Value null at 'userName' failed to satisfy constraint:"
                                + " Member must not be null");
    }

    @Test
    void saysWhatIsMissing() {
        admin.iam("CreateUser")
                .isInvalid("1 validation error detected: Value null at 'userName' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void refusesAnEmptyName() {
        admin.iam("GetUser", "UserName", "")
                .isInvalid("2 validation errors detected: Value at 'userName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [\\w+=,.@-]+; Value at 'userName' failed to satisfy"
                        + " constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void refusesPagesThatAreTooSmall() {
        for (var size : List.of("0", "-1", "-99999999999999999999", "-00000000000000000001")) {
            admin.iam("ListUsers", "MaxItems", size)
                    .violates("maxItems", "Member must have value greater than or equal to 1");
        }
    }

    @Test
    void refusesPagesThatAreTooLarge() {
        for (var size :
                List.of("1001", "2147483648", "4294967297", "18446744073709551617", "999999999999999999999999")) {
            admin.iam("ListUsers", "MaxItems", size)
                    .violates("maxItems", "Member must have value less than or equal to 1000");
        }
    }

    @Test
    void refusesPageSizesThatAreNoNumbers() {
        for (var size : List.of("", "x", "1.5", "1e3", "+1", " 1", "٥")) {
            admin.iam("ListUsers", "MaxItems", size).violates("maxItems", "Member must be a number");
        }
    }
}
