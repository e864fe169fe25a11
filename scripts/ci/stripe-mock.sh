#!/usr/bin/env bash
# Checks our calls to Stripe, and our emulator of it, against Stripe's own mock server, which knows the API's schema.
# Needs Go; without it, or without a way to the module, it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=v0.203.0
port=${STRIPE_MOCK_PORT:-12111}

if ! command -v go > /dev/null; then
  echo "stripe-mock: skipped, there is no Go here"
  exit 0
fi
bin=$(mktemp -d)
trap 'kill "${server:-}" 2> /dev/null || true; rm -rf "$bin"' EXIT
if ! GOBIN="$bin" timeout 300 go install "github.com/stripe/stripe-mock@$version"; then
  echo "stripe-mock: skipped, it can't be had"
  exit 0
fi
"$bin/stripe-mock" -http-addr "127.0.0.1:$port" > /dev/null &
server=$!
for _ in $(seq 100); do
  (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
  sleep 0.2
done
STRIPE_MOCK_URL="http://127.0.0.1:$port" npx jest --config jest.config.cjs --selectProjects schema
