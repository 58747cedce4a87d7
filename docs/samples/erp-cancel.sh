#!/usr/bin/env bash
# An ERP that cancels an order: asks first, cancels once however often it has to send, waits for the warehouse, then confirms.
#
#   ADMINORDERS_URL=http://localhost:5080 APP_KEY=… APP_TOKEN=… bash docs/samples/erp-cancel.sh ORDER_ID "REASON"
#
# Ends with 0 when the order is canceled, with 1 when it may not be (the answer says why and what to do instead).
set -euo pipefail

order=${1:?the order id} reason=${2:-"Unexpected stock shortage"}
base="${ADMINORDERS_URL:?where AdminOrders answers}/api/oms/pvt/orders/$order"
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# call METHOD PATH [curl arguments]: the body goes to $answer; sets $code and $status, the order's status as the answer's header tells it.
call() {
  local method=$1 path=$2
  shift 2
  IFS=$'\t' read -r code status < <(curl --silent --show-error --request "$method" "$base$path" --output "$answer" \
    --header "X-VTEX-API-AppKey: ${APP_KEY:?}" --header "X-VTEX-API-AppToken: ${APP_TOKEN:?}" --header 'Accept: application/json' \
    --retry 5 --retry-all-errors --write-out '%{http_code}\t%header{AdminOrders-Order-Status}\n' "$@")
}

# json NAME: the first text or true/false of that name in the answer.
json() { grep -oE "\"$1\":(\"[^\"]*\"|true|false)" "$answer" | head -n 1 | cut -d: -f2- | tr -d '"'; }

fail() {
  echo "$1 ($code): $(json code) $(json message)" >&2
  exit 1
}

# 1. What would happen? Nothing is written yet.
call GET /cancel/eligibility
[ "$code" = 200 ] || fail "cannot be read"
echo "would be: $(json result)"

# 2. Cancel. The key makes the call repeatable: after a broken connection curl sends it again, and it counts once.
body=$(printf '{"reason":"%s"}' "${reason//[\"\\]/}")
call POST /cancel --header 'Content-Type: application/json' --header "Idempotency-Key: $order-cancel-1" --data "$body"
[ "$code" = 200 ] || fail "refused"
echo "receipt $(json receipt): $status"

# 3. Where the warehouse already worked on it, it was only requested. Once its people have put the goods back, a second call confirms it:
#    under a key of its own, which tells it from a repetition of the first.
if [ "$status" != canceled ]; then
  read -rp "Requested. Press Enter when the goods are back: " || true
  call POST /cancel --header 'Content-Type: application/json' --header "Idempotency-Key: $order-cancel-2" --data "$body"
  [ "$code" = 200 ] || fail "not confirmed"
  echo "receipt $(json receipt): $status"
fi

[ "$status" = canceled ] || { echo "still $status: somebody else has to answer" >&2; exit 1; }
