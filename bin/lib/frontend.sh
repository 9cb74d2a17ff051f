#!/usr/bin/env bash
# Builds what the browser loads into the application's classes; Maven calls it. Packages are fetched only when their lock changed.
set -euo pipefail
cd "$(dirname "$0")/../../app/src/main/frontend"

fetched=node_modules/.fetched
if ! cmp -s package-lock.json "$fetched"; then
  npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --fetch-timeout=30000 --fetch-retries=4 --loglevel=error
  cp package-lock.json "$fetched"
fi

built=../../../target/frontend-built
sources=$(find . -path ./node_modules -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
if [ ! -d ../../../target/classes/static/assets ] || [ "$(cat "$built" 2>/dev/null)" != "$sources" ]; then
  npm run build --silent
  mkdir -p "$(dirname "$built")"
  echo "$sources" >"$built"
fi
