# Finds a JDK 25, Maven and Node, wherever this machine keeps them, and says what is missing. Sourced by the scripts.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

missing() {
  echo "Zhangfa needs $1, and this machine has none that it could find." >&2
  echo "  $2" >&2
  exit 2
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

home_of_path_java() {
  command -v javac >/dev/null || return 0
  javac -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

need_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" \
    /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "$HOME"/.local/share/mise/installs/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "$(home_of_path_java)"; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  missing "a JDK 25" "Get one from https://adoptium.net (or: apt install temurin-25-jdk, brew install openjdk@25) and set JAVA_HOME to it."
}

at_least() {
  [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

need_maven() {
  local version
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] && at_least 3.8 "$version" \
    || missing "Maven 3.8 or later" "Get it from https://maven.apache.org (or: apt install maven, brew install maven)."
}

need_node() {
  local version
  version=$(node --version 2>/dev/null | tr -d v)
  [ -n "$version" ] && at_least 20 "$version" && command -v npm >/dev/null \
    || missing "Node 20 or later with npm" "Get it from https://nodejs.org (or: apt install nodejs npm, brew install node)."
}
