package fobsmith.iam.policy;

/** A policy under the name by which explanations mention it. */
public record NamedPolicy(String name, PolicyDocument document) {}
