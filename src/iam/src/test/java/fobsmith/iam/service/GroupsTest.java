package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest extends RiggedTest {
    private static final String GROUP = "Group(Path GroupName GroupId Arn CreateDate)";
    private static final String NO_GROUP = "The group with name none cannot be found.";

    private Client bob;

    @BeforeEach
    void makeBobAndTheDesk() {
        bob = rig.client(rig.station.user("bob"));
        admin.iam("CreateGroup", "GroupName", "Desk", "Path", "/it/").ok();
    }

    private Reply join(String group, String user) {
        return admin.iam("AddUserToGroup", "GroupName", group, "UserName", user);
    }

    private Reply leave(String group, String user) {
        return admin.iam("RemoveUserFromGroup", "GroupName", group, "UserName", user);
    }

    private Reply putPolicy(String document) {
        return admin.iam("PutGroupPolicy", "GroupName", "desk", "PolicyName", "look", "PolicyDocument", document);
    }

    @Test
    void areCreatedReadListedRenamedAndDeleted() {
        var created = admin.iam("CreateGroup", "GroupName", "Alpha").ok();
        assertThat(created.members()).isEqualTo(GROUP);
        assertThat(created.text("GroupId")).matches("AGPA[A-Z2-7]{17}");
        assertThat(created.text("Arn")).isEqualTo("arn:aws:iam::123456789012:group/Alpha");
        assertThat(admin.iam("GetGroup", "GroupName", "DESK").ok().members()).isEqualTo(GROUP + " Users IsTruncated");
        assertThat(admin.iam("ListGroups").ok().texts("GroupName")).containsExactly("Alpha", "Desk");
        assertThat(admin.iam("ListGroups", "PathPrefix", "/it/").ok().texts("GroupName"))
                .containsExactly("Desk");
        var page = admin.iam("ListGroups", "MaxItems", "1").ok();
        assertThat(admin.iam("ListGroups", "Marker", page.text("Marker")).ok().texts("GroupName"))
                .containsExactly("Desk");
        admin.iam("UpdateGroup", "GroupName", "Alpha", "NewGroupName", "Beta", "NewPath", "/b/")
                .ok();
        assertThat(admin.iam("GetGroup", "GroupName", "beta").ok().text("Arn")).endsWith(":group/b/Beta");
        assertThat(admin.iam("DeleteGroup", "GroupName", "beta").ok().structure())
                .isEqualTo("DeleteGroupResponse(ResponseMetadata(RequestId))");
        assertThat(admin.iam("GetAccountSummary").ok().texts("key")).contains("Groups");
    }

    @Test
    void haveMembersWhoAreListedBothWays() {
        rig.station.user("Alice");
        for (var user : List.of("bob", "alice", "bob")) {
            join("desk", user).ok();
        }
        var page = admin.iam("GetGroup", "GroupName", "desk", "MaxItems", "1").ok();
        assertThat(page.texts("UserName")).containsExactly("Alice");
        assertThat(admin.iam("GetGroup", "GroupName", "desk", "Marker", page.text("Marker"))
                        .ok()
                        .texts("UserName"))
                .containsExactly("bob");
        assertThat(admin.iam("ListGroupsForUser", "UserName", "bob").ok().members())
                .isEqualTo("Groups(member(Path GroupName GroupId Arn CreateDate)) IsTruncated");
        leave("desk", "bob").ok();
        leave("desk", "bob").ok();
        assertThat(admin.iam("ListGroupsForUser", "UserName", "bob").ok().texts("GroupName"))
                .isEmpty();
    }

    @Test
    void ofOneUserAreListedPageByPage() {
        for (var group : List.of("Alpha", "beta", "Gamma")) {
            admin.iam("CreateGroup", "GroupName", group).ok();
            join(group, "bob").ok();
        }
        join("desk", "bob").ok();
        var first = admin.iam("ListGroupsForUser", "UserName", "bob", "MaxItems", "2")
                .ok();
        assertThat(first.texts("GroupName")).containsExactly("Alpha", "beta");
        assertThat(first.text("IsTruncated")).isEqualTo("true");
        var rest = admin.iam("ListGroupsForUser", "UserName", "bob", "Marker", first.text("Marker"))
                .ok();
        assertThat(rest.texts("GroupName")).containsExactly("Gamma", "Desk");
        assertThat(rest.members()).endsWith(" IsTruncated");
    }

    @Test
    void shareTheirPoliciesWithTheirMembers() {
        putPolicy(Statements.document(Statements.allow("*", "ListUsers"))).ok();
        assertThat(bob.iam("ListUsers").status()).isEqualTo(403);
        join("desk", "bob").ok();
        bob.iam("ListUsers").ok();
        rig.put("bob", "own", Statements.document("{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}"));
        assertThat(bob.iam("ListUsers").text("Message")).endsWith("with an explicit deny in an identity-based policy");
        admin.iam("DeleteUserPolicy", "UserName", "bob", "PolicyName", "own").ok();
        leave("desk", "bob").ok();
        assertThat(bob.iam("ListUsers").status()).isEqualTo(403);
    }

    @Test
    void keepTheirPoliciesLikeUsers() {
        putPolicy(Statements.document(Statements.allow("*", "ListUsers"))).ok();
        assertThat(admin.iam("ListGroupPolicies", "GroupName", "desk").ok().texts("member"))
                .containsExactly("look");
        assertThat(admin.iam("GetGroupPolicy", "GroupName", "desk", "PolicyName", "look")
                        .ok()
                        .members())
                .isEqualTo("GroupName PolicyName PolicyDocument");
        assertThat(putPolicy("{").text("Code")).isEqualTo("MalformedPolicyDocument");
        putPolicy(Statements.document(Statements.allow("arn:aws:iam::*:user/" + "x".repeat(4000), "Get*")))
                .ok();
        putPolicy(Statements.document(Statements.allow("arn:aws:iam::*:user/" + "x".repeat(5100), "Get*")))
                .isRefused(409, "LimitExceeded", "Maximum policy size of 5120 bytes exceeded for group desk");
        admin.iam("DeleteGroup", "GroupName", "desk")
                .isRefused(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
        admin.iam("DeleteGroupPolicy", "GroupName", "desk", "PolicyName", "LOOK")
                .ok();
        admin.iam("GetGroupPolicy", "GroupName", "desk", "PolicyName", "look")
                .isRefused(404, "NoSuchEntity", "The group policy with name look cannot be found.");
    }

    @Test
    void keepTheirMembersFromBeingDeletedAndTheReverse() {
        join("desk", "bob").ok();
        admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId())
                .ok();
        for (var target :
                List.of(List.of("DeleteUser", "UserName", "bob"), List.of("DeleteGroup", "GroupName", "desk"))) {
            admin.iam(target.get(0), target.get(1), target.get(2))
                    .isRefused(409, "DeleteConflict", "Cannot delete entity, must remove users from group first.");
        }
        leave("desk", "bob").ok();
        admin.iam("DeleteUser", "UserName", "bob").ok();
        admin.iam("DeleteGroup", "GroupName", "desk").ok();
    }

    @Test
    void areTenAtMostForOneUser() {
        for (int i = 0; i < 11; i++) {
            admin.iam("CreateGroup", "GroupName", "g" + i).ok();
        }
        for (int i = 0; i < 10; i++) {
            join("g" + i, "bob").ok();
        }
        join("g10", "bob").isRefused(409, "LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10");
        join("g9", "bob").ok();
    }

    @Test
    void areUnknownOrTakenByName() {
        for (var action : List.of("GetGroup", "UpdateGroup", "DeleteGroup", "ListGroupPolicies")) {
            admin.iam(action, "GroupName", "none").isRefused(404, "NoSuchEntity", NO_GROUP);
        }
        join("none", "bob").isRefused(404, "NoSuchEntity", NO_GROUP);
        join("desk", "nobody").isRefused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
        admin.iam("CreateGroup", "GroupName", "DESK")
                .isRefused(409, "EntityAlreadyExists", "Group with name DESK already exists.");
        admin.iam("CreateGroup", "GroupName", "a b")
                .isInvalid("The specified value for groupName is invalid. It must contain only alphanumeric characters"
                        + " and/or the following: +=,.@_-");
    }

    @Test
    void areAskedForByTheirArn() {
        rig.allow("bob", "it", Statements.allow("arn:aws:iam::*:group/it/*", "*Group", "*GroupPolicy"));
        bob.iam("AddUserToGroup", "GroupName", "desk", "UserName", "bob").ok();
        assertThat(bob.iam("UpdateGroup", "GroupName", "desk", "NewPath", "/").text("Message"))
                .contains("iam:UpdateGroup on resource: arn:aws:iam::123456789012:group/Desk because");
        assertThat(bob.iam("ListGroups").text("Message")).contains("iam:ListGroups on resource: * because");
    }
}
