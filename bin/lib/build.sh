# Builds the application when its sources changed, into a folder named by their content, so that a running server keeps its own. Sourced.

. "$root/bin/lib/launch.sh"

# The sources of these modules and of how they are built.
sources() {
  local module paths=("$root/pom.xml" "$root/.mvn" "$root/bin/lib")
  for module in "$@"; do
    paths+=("$root/$module/pom.xml" "$root/$module/src")
  done
  find "${paths[@]}" -name node_modules -prune -o -path '*/src/test' -prune -o -type f -print0 2>/dev/null
}

# The content of the sources and the very JDK: an AOT cache fits one build of the JVM only.
fingerprint() {
  { sources "$@" | LC_ALL=C sort -z | xargs -0 cksum; cat "$JAVA_HOME/release"; } | cksum | tr ' ' '-'
}

# Sets `product` to the folder of the built application.
need_product() {
  need_built product flow mining app
}

# Sets `product` to the folder of the process-mining library with all that it needs.
need_mining() {
  need_built mining flow mining
}

# Builds one kind of product from its modules, once for each content of them.
need_built() {
  local kind=$1
  product=$root/target/$kind/$(fingerprint "${@:2}")
  [ -f "$product/done" ] && return
  need_maven
  mkdir -p "$root/target/$kind"
  if command -v flock >/dev/null; then
    exec 9>"$root/target/$kind/lock"
    flock 9
  fi
  [ -f "$product/done" ] || "build_$kind"
  exec 9>&-
}

# Runs Maven quietly; shows the end of its words if it fails.
maven() {
  local log=$1
  if ! (cd "$root" && mvn -q -B "${@:2}" -Dmaven.test.skip=true >"$log" 2>&1); then
    grep -v '^\s*at ' "$log" | tail -n 30 >&2
    echo "The build failed; all of it is in $log" >&2
    exit 1
  fi
}

build_product() {
  local log=$root/target/product/build.log started=$SECONDS
  need_node
  echo "Building Zhangfa (a few minutes the first time; details in target/product/build.log) …" >&2
  maven "$log" -pl app -am package
  rm -rf "$product"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/app/target/zhangfa-boot.jar" extract --destination "$product" >>"$log"
  mv "$product"/zhangfa-boot.jar "$product"/zhangfa.jar
  rehearse "$log"
  touch "$product/done"
  forget_older product
  echo "Built in $((SECONDS - started)) s." >&2
}

build_mining() {
  local log=$root/target/mining/build.log started=$SECONDS
  echo "Building the process-mining library (details in target/mining/build.log) …" >&2
  rm -rf "$root/mining/target/dependency"
  maven "$log" -pl mining -am package dependency:copy-dependencies -DincludeScope=runtime
  rm -rf "$product"
  mkdir -p "$product"
  cp "$root"/mining/target/mining-*.jar "$root"/mining/target/dependency/*.jar "$product/"
  touch "$product/done"
  forget_older mining
  echo "Built in $((SECONDS - started)) s." >&2
}

forget_older() {
  local old
  ls -dt "$root/target/$1"/*/ | tail -n +3 | while read -r old; do rm -rf "$old"; done
}
