#!/bin/sh
# Speed of `concord values` against the engines made for it, on the same text in the same run:
#   tests/bench/peers/run.sh build/release/concord FILE...
# Installs the peers with npm under build/peers; they are no dependency of anything else.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../.." && pwd)
peers="$root/build/peers"
[ $# -ge 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }

if [ ! -d "$peers/node_modules/chrono-node" ]; then
  mkdir -p "$peers"
  npm install --silent --no-audit --no-fund --prefix "$peers" \
    @microsoft/recognizers-text-number@1.3.1 @microsoft/recognizers-text-date-time@1.3.2 \
    chrono-node@2.10.3 >&2
fi
cp "$here/peers.js" "$peers/peers.js"
exec node "$peers/peers.js" "$@"
