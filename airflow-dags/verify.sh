#!/usr/bin/env bash
# Every test of the DAGs and their package, with Airflow as the lock pins it; arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

python=${PYTHON:-python3}
environment="target/venv-$(cat requirements.lock <("$python" --version) | sha256sum | cut -c1-12)"

if [ ! -f "$environment/complete" ]; then
  printf 'Installing Airflow from requirements.lock ...\n' >&2
  rm -rf target/venv-*
  mkdir -p target
  "$python" -m venv "$environment"
  "$environment/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
  "$environment/bin/python" -m pip check
  touch "$environment/complete"
fi

# Installed as on any other machine, because the triggerer must not find it in the folder of the DAGs.
"$environment/bin/python" -m pip install --quiet --no-deps --no-build-isolation .

tests() { exec "$environment/bin/python" -m pytest -q "$@"; }

if [ $# -gt 0 ]; then
  tests "$@"
fi

# Every part waits for most of its time, so they wait together.
# Each in a group of its own: an interrupt from the terminal does not reach what runs in the background, so it is passed on as a
# request to end, on which pytest ends what it started.
set -m
parts=("not airflow" "airflow and not whole_nights" "whole_nights")
running=()
trap 'kill -TERM -- "${running[@]/#/-}" 2>/dev/null; wait; exit 130' INT TERM
for part in "${parts[@]}"; do
  tests -m "$part" >"target/${part// /_}.log" 2>&1 &
  running+=($!)
done
status=0
for n in "${!parts[@]}"; do
  wait "${running[$n]}" || status=$?
  printf '\n-- %s\n' "${parts[$n]}"
  cat "target/${parts[$n]// /_}.log"
done
exit "$status"
