#!/bin/sh
# Sees to it that the browser tests have a Chromium and Thai fonts: what is there, else Debian's packages where this
# is a Debian with root, else the one that Playwright brings.
set -eu
there() {
    command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1
}
if there && fc-list :lang=th 2>/dev/null | grep -q .; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq fonts-thai-tlwg fontconfig >/dev/null
    # without what opens windows it is smaller and faster
    apt-get install -y -qq chromium-headless-shell >/dev/null || apt-get install -y -qq chromium >/dev/null
    exit 0
fi
if there; then
    exit 0
fi
"$BIN/playwright" install --only-shell chromium
