#!/bin/sh
# Sees to it that the browser tests have a Chromium and Thai fonts: what is there, else Debian's packages where this
# is a Debian with root, else the one that Playwright brings.
set -eu
if command -v chromium >/dev/null 2>&1 && fc-list :lang=th 2>/dev/null | grep -q .; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-thai-tlwg fontconfig >/dev/null
    exit 0
fi
if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
"$BIN/playwright" install chromium
