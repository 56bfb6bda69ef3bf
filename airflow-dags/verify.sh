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

tests() { "$environment/bin/python" -m pytest -q "$@"; }

if [ $# -gt 0 ]; then
  tests "$@"
  exit
fi

# Every part waits for most of its time, so they wait together.
parts=("not airflow" "airflow and not whole_nights" "whole_nights")
running=()
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
