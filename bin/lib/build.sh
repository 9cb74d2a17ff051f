# Builds the application when its sources changed, into a folder named by their content, so that a running server keeps its own. Sourced.

. "$root/bin/lib/launch.sh"

sources() {
  find "$root/pom.xml" "$root/.mvn" "$root"/{flow,mining,app}/{pom.xml,src} "$root/bin/lib" \
    -name node_modules -prune -o -path '*/src/test' -prune -o -type f -print0 2>/dev/null
}

# The content of the sources and the very JDK: an AOT cache fits one build of the JVM only.
fingerprint() {
  { sources | LC_ALL=C sort -z | xargs -0 cksum; cat "$JAVA_HOME/release"; } | cksum | tr ' ' '-'
}

# Sets `product` to the folder of the built application.
need_product() {
  local print
  print=$(fingerprint)
  product=$root/target/product/$print
  [ -f "$product/done" ] && return
  need_maven
  need_node
  mkdir -p "$root/target/product"
  if command -v flock >/dev/null; then
    exec 9>"$root/target/product/lock"
    flock 9
  fi
  [ -f "$product/done" ] || build
  exec 9>&-
}

build() {
  local log=$root/target/product/build.log started=$SECONDS
  echo "Building Zhangfa (a few minutes the first time; details in target/product/build.log) …" >&2
  if ! (cd "$root" && mvn -q -B -pl app -am package -Dmaven.test.skip=true >"$log" 2>&1); then
    grep -v '^\s*at ' "$log" | tail -n 30 >&2
    echo "The build failed; all of it is in $log" >&2
    exit 1
  fi
  rm -rf "$product"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/app/target/zhangfa-boot.jar" extract --destination "$product" >>"$log"
  mv "$product"/zhangfa-boot.jar "$product"/zhangfa.jar
  rehearse "$log"
  touch "$product/done"
  forget_older
  echo "Built in $((SECONDS - started)) s." >&2
}

forget_older() {
  local old
  ls -dt "$root"/target/product/*/ | tail -n +3 | while read -r old; do rm -rf "$old"; done
}
