# How the JVM is started on a built product. Sourced, with JAVA_HOME and `product` (the folder of the product) set.

jvm=(-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xlog:disable -Xlog:all=error:stderr
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)

# Becomes the product, with the same process number, so that signals reach it.
launch() {
  local java=("$JAVA_HOME/bin/java" "${jvm[@]}")
  [ ! -f "$product/zhangfa.aot" ] || java+=(-XX:AOTCache="$product/zhangfa.aot")
  exec "${java[@]}" -jar "$product/zhangfa.jar" "$@"
}
