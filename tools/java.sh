#!/bin/sh
# Sees to it that the heavy checkers have Java and Node: what is there, else Debian's packages where this is a Debian with
# root.
set -eu
if command -v java >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless nodejs npm >/dev/null
    exit 0
fi
echo "Java (17 or newer), Node (18 or newer) and npm are needed" >&2
exit 1
