#!/bin/bash
# Imports every form in inbox/. Writes what was imported, or what is to be mended, to build/inbox/report.md, and
# `state=written`, `state=problems` or `state=none` to the outputs of the step. Names of files are data: they are always
# quoted, and begin with inbox/.
set -euo pipefail
shopt -s nullglob
mkdir -p build/inbox
report=build/inbox/report.md
: >"$report"

forms=(inbox/*แบบกรอก*.xlsx)
if [ ${#forms[@]} = 0 ]; then forms=(inbox/*.xlsx); fi
state=none
for form in "${forms[@]}"; do
	code=0
	prongsai import "$form" --yes --report build/inbox/one.md || code=$?
	case $code in
	0) if [ "$state" = none ]; then state=written; fi ;;
	1) state=problems ;;
	*) exit "$code" ;;
	esac
	cat build/inbox/one.md >>"$report"
	echo >>"$report"
done

if [ "$state" = written ]; then
	rm -- "${forms[@]}"
	# The forms to fill in next show what was imported, and what is to be answered; that of the year after is there in time.
	written=(แบบกรอก-ITA-*.xlsx)
	for form in "${forms[@]}"; do
		if [[ $form =~ ^inbox/แบบกรอก-ITA-(25[0-9][0-9])\.xlsx$ ]]; then
			written+=("แบบกรอก-ITA-$((BASH_REMATCH[1] + 1)).xlsx")
		fi
	done
	for form in "${written[@]}"; do
		year=${form#แบบกรอก-ITA-}
		prongsai form "${year%.xlsx}" --out .
	done
	# What a form names is in the folder of its year now; what none names stays where it is.
	for file in inbox/*; do
		if [ -f "$file" ] && [ -n "$(find data -path '*/files/*' -type f -exec cmp -s -- "$file" '{}' ';' -print -quit)" ]; then
			rm -- "$file"
		fi
	done
fi
echo "state=$state" >>"$GITHUB_OUTPUT"
