#!/bin/sh
# Speed of `concord check` against the linters of prose, whole processes on one draft in the same run:
#   tests/bench/peers/copy.sh build/release/concord DRAFT.md --against a.txt,b.txt
# What follows the draft are options of `check`.  Installs the peers with npm under build/peers; they
# are no dependency of anything else.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../.." && pwd)
peers="$root/build/peers"
[ $# -ge 2 ] || { sed -n '2,5p' "$0" >&2; exit 2; }

if [ ! -d "$peers/node_modules/textlint" ] || [ ! -d "$peers/node_modules/write-good" ]; then
  mkdir -p "$peers"
  npm install --silent --no-audit --no-fund --prefix "$peers" \
    write-good@1.0.8 textlint@15.8.0 textlint-rule-write-good@2.0.0 >&2
fi
cp "$here/copy.js" "$peers/copy.js"
exec node "$peers/copy.js" "$@"
