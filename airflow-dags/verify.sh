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

# Both halves mostly wait, so they wait together.
tests -m "not airflow" >target/quick.log 2>&1 &
quick=$!
status=0
tests -m airflow || status=$?
wait "$quick" || status=$?
cat target/quick.log
exit "$status"
