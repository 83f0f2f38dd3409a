package fobsmith.iam;

import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.ResourceKind;
import fobsmith.registry.Group;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.Role;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a request wants to deal with, as policies see it.
 *
 * @param arn {@code *} if it is nothing in particular
 * @param shown what a refusal says in its place: as the request spelt it, since spelling, path and existence are nobody's
 *     business who may not deal with it
 * @param keys condition keys that come from the resource and from the tags in the request
 */
public record Resource(String arn, String shown, Map<String, List<String>> keys) {
    /** Lists, and what concerns the whole account. */
    public static final Resource NOTHING = unknown("*");

    public Resource {
        keys = Map.copyOf(keys);
    }

    /** Who or what has this name; nobody, and nothing, is taken to have no path. */
    public static Resource named(Registry registry, PolicyHolder.Kind kind, String name) {
        return switch (kind) {
            case USER -> newUser(registry, "/", name);
            case GROUP -> newGroup(registry, "/", name);
            case ROLE -> newRole(registry, "/", name);
        };
    }

    public static Resource of(Registry registry, PolicyHolder holder) {
        return switch (holder) {
            case User user ->
                tagged(user.arn(registry.accountId()), registry.tags().of(user));
            case Group group -> unknown(group.arn(registry.accountId()));
            case Role role ->
                tagged(role.arn(registry.accountId()), registry.tags().of(role));
        };
    }

    /** Users and roles have their tags under two names. */
    private static Resource tagged(String arn, List<Tag> tags) {
        var keys = new HashMap<>(tagKeys(tags, ContextKey::resourceTag));
        keys.putAll(tagKeys(tags, ContextKey::iamResourceTag));
        return new Resource(arn, arn, keys);
    }

    public static Resource newUser(Registry registry, String path, String name) {
        return unknown(ResourceKind.USER.arn(registry.accountId(), path, name));
    }

    /** Any user: one of whom nobody has asked before. */
    static Resource everyUser(Registry registry) {
        return newUser(registry, "/", "*");
    }

    public static Resource newGroup(Registry registry, String path, String name) {
        return unknown(ResourceKind.GROUP.arn(registry.accountId(), path, name));
    }

    public static Resource newRole(Registry registry, String path, String name) {
        return unknown(ResourceKind.ROLE.arn(registry.accountId(), path, name));
    }

    /**
     * By ARN, spelt as the device was created whatever the request's spelling. Hardware has no ARN: its serial number stands
     * here, which only a Resource of {@code *} covers.
     *
     * @param knowable which devices may be told from those that are not there
     */
    public static Resource device(Registry registry, String serial, Predicate<SerialNumber> knowable) {
        return parse(serial)
                .filter(knowable)
                .flatMap(number -> registry.tokens().find(number))
                .map(token -> new Resource(
                        token.serial().value(), serial, tagKeys(registry.tags().of(token), ContextKey::resourceTag)))
                .orElseGet(() -> newDevice(serial));
    }

    public static Resource newDevice(String arn) {
        return unknown(arn);
    }

    private static Resource unknown(String arn) {
        return new Resource(arn, arn, Map.of());
    }

    /** The same under another name in refusals. */
    public Resource shownAs(String otherArn) {
        return new Resource(arn, otherArn, keys);
    }

    private static Optional<SerialNumber> parse(String serial) {
        try {
            return Optional.of(SerialNumber.parse(serial));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The request wants to give it these tags. */
    public Resource tagging(List<Tag> tags) {
        return with(tagKeys(tags, ContextKey::requestTag))
                .untagging(tags.stream().map(Tag::key).toList());
    }

    /** The request names tags by these keys. */
    public Resource untagging(List<String> tagKeys) {
        return tagKeys.isEmpty() ? this : with(Map.of(ContextKey.TAG_KEYS, tagKeys));
    }

    private Resource with(Map<String, List<String>> more) {
        var all = new HashMap<>(keys);
        all.putAll(more);
        return new Resource(arn, shown, all);
    }

    private static Map<String, List<String>> tagKeys(List<Tag> tags, TagKey key) {
        var keys = new HashMap<String, List<String>>();
        tags.forEach(tag -> keys.put(key.of(tag.key()), List.of(tag.value())));
        return keys;
    }

    @FunctionalInterface
    private interface TagKey {
        String of(String tag);
    }
}
