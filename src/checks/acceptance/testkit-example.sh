#!/usr/bin/env bash
# A stranger's project: the testkit goes into a local repository of its own, as the example's README says, and the example,
# away from these sources, is built and tested with nothing of ours but that. What this machine's Maven has is not fetched again.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..

# shellcheck source=lib/cases.bash
. "$here/lib/cases.bash"
# shellcheck source=lib/stage.bash
. "$here/lib/stage.bash"

require_program "$(command -v mvn || echo mvn)" maven

set_stage

# What was fetched before is a repository like another, but for our own artifacts; what is missing comes from where the
# machine's settings say.
fetched=$work/fetched
mkdir -p "$fetched" "$HOME/.m2/repository"
for part in "$HOME"/.m2/repository/*; do
    [ "${part##*/}" = fobsmith ] || ln -s "$part" "$fetched/"
done
cat >"$work/settings.xml" <<END
<settings>
  <profiles><profile><id>fetched</id>
    <repositories><repository><id>fetched</id><url>file://$fetched</url>
      <snapshots><enabled>false</enabled></snapshots></repository></repositories>
    <pluginRepositories><pluginRepository><id>fetched</id><url>file://$fetched</url>
      <snapshots><enabled>false</enabled></snapshots></pluginRepository></pluginRepositories>
  </profile></profiles>
  <activeProfiles><activeProfile>fetched</activeProfile></activeProfiles>
</settings>
END

# maven ARGUMENTS: into $log, with a local repository that nobody else has
maven() {
    log=$work/maven.log
    "$root/scripts/mvn25" -gs "$work/settings.xml" -Dmaven.repo.local="$work/repository" "$@" >"$log" 2>&1
}

# tested: how many tests ran, and how
tested() {
    sed -n 's/^\[[A-Z]*\] \(Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*\)$/\1/p' "$log" | tail -n 1
}

cd "$root" || give_up "$root is not there"
if maven -q install -DskipTests -pl src/testkit -am; then
    ok "testkit goes into a local repository"
else
    not_ok "testkit goes into a local repository" "an end without errors" "$(tail -n 20 "$log")"
    finish
fi

cp -r examples/testkit-example "$work/example" && rm -rf "$work/example/target"
cd "$work/example" || give_up "the example is not there"
maven test
same "the example's tests pass" "exit 0: Tests run: 3, Failures: 0, Errors: 0, Skipped: 0" "exit $?: $(tested)"

# Its code hands over the codes in the wrong order.
setup=src/main/java/example/MfaSetup.java
sed -i 's/authenticationCode1(code1)/authenticationCode1(code2)/; s/authenticationCode2(code2)/authenticationCode2(code1)/' $setup
maven test
same "a mistake in the example's code is found" "exit 1: Tests run: 3, Failures: 1, Errors: 0, Skipped: 0" "exit $?: $(tested)"
finish
