#!/usr/bin/env bash
# libphonenumber-js 1.13.16, metadata "max".
#
# WhatsApp's own ids (wa_id in webhooks) of Mexican mobiles can be 52 1 + ten digits, and those of Brazilian mobiles can
# lack the ninth digit. The phone metadata says of the first that no such number is possible, and of the second that it
# is possible but not valid, without a type. A check of valid or possible numbers would refuse these customers.
#
# Seen:
#   +5215512345678 possible false valid false
#   +525512345678 possible true valid true
#   +551161234567 possible true valid false
#   +5511961234567 possible true valid true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
seen=$(node -e "
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
for (const number of ['+5215512345678', '+525512345678', '+551161234567', '+5511961234567']) {
	const parsed = parsePhoneNumberFromString(number);
	console.log(number, 'possible', parsed.isPossible(), 'valid', parsed.isValid());
}")
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
+5215512345678 possible false valid false
+525512345678 possible true valid true
+551161234567 possible true valid false
+5511961234567 possible true valid true
SEEN
