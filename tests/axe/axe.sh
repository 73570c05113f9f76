#!/bin/sh
# Runs axe-core over the committed example report in headless Chromium, light and narrow, dark and wide:
#   axe.sh REPORT FOLDER
# FOLDER keeps the npm package from run to run. Exits 77 (skipped) where Chromium or the package is not
# to be had; no build needs either.
set -eu
report=$1
folder=$2
version=4.10.3
skip() { printf 'skipped: %s\n' "$*"; exit 77; }

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
  skip "no Chromium"
mkdir -p "$folder"
axe=$folder/node_modules/axe-core/axe.min.js
if [ ! -f "$axe" ]; then
  command -v npm >/dev/null || skip "no npm to fetch axe-core with"
  timeout 120 npm install --silent --no-audit --no-fund --prefix "$folder" "axe-core@$version" \
    >/dev/null 2>&1 || skip "axe-core could not be fetched"
fi

# One page with axe inside it, which leaves its verdict in the document.
page() {  # DARK
  scheme='s/@media screen and (prefers-color-scheme:dark)/@media not all/'
  [ "$1" = no ] || scheme='s/@media screen and (prefers-color-scheme:dark)/@media all/'
  sed -e "$scheme" -e '/^<\/body>$/,$d' "$report"
  printf '<script>'
  cat "$axe"
  cat <<'END'
</script>
<script>
document.querySelectorAll('details').forEach(function (d) { if (!d.matches('.cell')) { d.open = true; } });
var cell = document.querySelector('details.cell');
if (cell) { cell.open = true; }
axe.run(document, { resultTypes: ['violations'] }).then(function (result) {
  var lines = result.violations.map(function (v) {
    return 'AXE ' + v.id + ' (' + v.impact + '): ' + v.help + ': ' + v.nodes.length + ' places, first ' +
      v.nodes[0].html.slice(0, 200).replace(/\s+/g, ' ');
  });
  document.body.textContent = '\nAXE rules passed or not applicable\n' + lines.join('\n') +
    '\nAXE violations: ' + result.violations.length + '\n';
});
</script>
</body>
</html>
END
}

failed=0
for look in 'no 500' 'yes 1280'; do
  dark=${look% *}
  width=${look#* }
  page "$dark" >"$folder/page.html"
  result=$(timeout 150 "$chromium" --headless=new --no-sandbox --disable-gpu \
    --user-data-dir="$folder/profile" --virtual-time-budget=60000 --window-size="$width,900" \
    --dump-dom "file://$(readlink -f "$folder")/page.html" 2>/dev/null | grep '^AXE ' || true)
  printf 'dark: %s, width %s: %s\n' "$dark" "$width" "$(printf '%s' "$result" | tail -n 1)"
  case $result in
    *'AXE violations: 0') ;;
    *) printf '%s\n' "$result"; failed=1 ;;
  esac
done
exit $failed
