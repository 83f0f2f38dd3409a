package fobsmith.cli.demo;

/** How to do the same with one's own hands. */
final class ByHand {
    static final String TEXT = """
            The same by hand, in three terminals:
              1  ./fobsmith init --key-file ~/.fobsmith/registry.key      (note the access key it shows)
                 ./fobsmith token import fixtures/demo/acme.pskc.xml
                 ./fobsmith serve
              2  ./fobsmith sim run fixtures/demo/acme.fleet.json
              3  export AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=... AWS_DEFAULT_REGION=us-east-1
                 alias fiam='aws --endpoint-url http://127.0.0.1:8470 iam'
                 alias fsts='aws --endpoint-url http://127.0.0.1:8470 sts'
                 fiam create-user --user-name alice
                 ./fobsmith sim show GAHT00000001                         (a code; half a minute later the next)
                 fiam enable-mfa-device --user-name alice --serial-number GAHT00000001 \\
                      --authentication-code1 CODE1 --authentication-code2 CODE2
                 fiam create-access-key --user-name alice                 (export it in place of the first)
                 fsts get-session-token --serial-number GAHT00000001 --token-code NEXTCODE
            To skip the waiting, turn the fob one step: ./fobsmith sim time GAHT00000001 --shift 30""";

    private ByHand() {}
}
