# Finds a JDK 25 and exports JAVA_HOME. Sourced by mvnw, faultline and .ci/run, so that all three agree.
#
# google-java-format and Error Prone run inside Maven's own JVM and need a recent one: a toolchain is not enough.

faultline_is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

faultline_find_jdk_25() {
  for faultline_candidate in \
    "${JAVA_HOME:-}" \
    "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" "${JAVA_HOME_25_arm64:-}" \
    "$(faultline_jdk_on_path)" \
    /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$faultline_candidate" ] && faultline_is_jdk_25 "$faultline_candidate"; then
      printf '%s\n' "$faultline_candidate"
      return 0
    fi
  done
  return 1
}

faultline_jdk_on_path() {
  faultline_javac=$(command -v javac 2>/dev/null) || return 0
  faultline_javac=$(readlink -f "$faultline_javac" 2>/dev/null || printf '%s' "$faultline_javac")
  dirname "$(dirname "$faultline_javac")"
}

if faultline_jdk=$(faultline_find_jdk_25); then
  JAVA_HOME=$faultline_jdk
  export JAVA_HOME
else
  echo "faultline: no JDK 25 found. Install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
fi
