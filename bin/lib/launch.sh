# How the JVM is started on a built product. Sourced, with JAVA_HOME and, for `launch`, `product` (the folder of the product) set.

jvm=(-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xlog:disable -Xlog:all=error:stderr
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)

# Becomes the product, with the same process number, so that signals reach it.
launch() {
  local java=("$JAVA_HOME/bin/java" "${jvm[@]}")
  [ "$(cat "$product/zhangfa.aot.home" 2>/dev/null)" != "$product" ] || java+=(-XX:AOTCache="$product/zhangfa.aot")
  exec "${java[@]}" -jar "$product/zhangfa.jar" "$@"
}

# Becomes the command line of the process-mining library on a class path, without Spring or a database. Large logs: ZHANGFA_MINING_HEAP=8g.
# It says itself when memory is short, and shows how far it is only where somebody sees it.
mine() {
  local own=(-XX:-ExitOnOutOfMemoryError -Dslf4j.internal.verbosity=ERROR)
  [ -z "${ZHANGFA_MINING_HEAP:-}" ] || own+=("-Xmx$ZHANGFA_MINING_HEAP")
  [ ! -t 2 ] || own+=(-Dzhangfa.mining.terminal=true)
  exec "$JAVA_HOME/bin/java" "${jvm[@]}" "${own[@]}" -cp "$1" zhangfa.mining.command.Mining "${@:2}"
}

# Starts and stops the product once on a throw-away folder, so that the JVM can keep loaded classes and profiles for later
# starts. What it keeps fits this folder only: classes know the place that they came from.
rehearse() {
  local folder
  folder=$(mktemp -d)
  if env -u ZHANGFA_DATABASE_URL ZHANGFA_DATA="$folder/data" ZHANGFA_KEY_FILE="$folder/key" ZHANGFA_DEMO=true \
    ZHANGFA_PORT=0 ZHANGFA_ADDRESS=127.0.0.1 \
    "$JAVA_HOME/bin/java" "${jvm[@]}" -XX:AOTCacheOutput="$product/zhangfa.aot" -jar "$product/zhangfa.jar" --zhangfa.rehearsal=true \
    >>"$1" 2>&1; then
    echo "$product" >"$product/zhangfa.aot.home"
  else
    rm -f "$product/zhangfa.aot"
    echo "No AOT cache could be made; starts will take longer." >&2
  fi
  rm -rf "$folder"
}
