#!/bin/bash
# Does one task of a year: year.sh TASK YEAR CONFIRMED. What the program said goes to build/year/body.md; the outputs of
# the step get `state=papers` (build/papers is to be kept), `state=changed` (build/year/change.patch is to be proposed)
# or `state=none`.
set -euo pipefail
task=$1 year=$2 confirmed=$3
mkdir -p build/year build/papers
body=build/year/body.md
{
	echo "## $task ปี $year"
	echo
} >"$body"

# tell TITLE COMMAND …: what it says stands in the report as it is. What the data lack ends nothing: it is told.
tell() {
	local title=$1 code=0
	shift
	"$@" >build/year/said.txt 2>&1 || code=$?
	{
		echo "### $title"
		echo
		head -c 15000 build/year/said.txt | iconv -c -f UTF-8 -t UTF-8 | sed 's/^/    /'
		echo
	} >>"$body"
	if [ $code -gt 1 ]; then exit $code; fi
}

if [[ ! $year =~ ^25[0-9][0-9]$ ]]; then
	echo "ปีต้องเป็นปี พ.ศ. สี่หลัก เช่น 2570" >>"$body"
	exit 2
fi
state=none
today=$(sh .github/today.sh)
case $task in
เอกสาร*)
	confirm=()
	if [ "$confirmed" = true ]; then confirm=(--confirm); fi
	tell 'สร้างเว็บไซต์ที่คำตอบอ้างถึง' prongsai build --zip --published build/published.json --today "$today"
	tell 'ใบติดตามข้อมูลรายกอง' prongsai todo "$year" --as-of "$today"
	tell 'คำตอบรายข้อ OIT' prongsai answers "$year" "${confirm[@]}"
	tell 'ใบส่งมอบงาน' prongsai handover --as-of "$today"
	for path in build/todo build/answers build/handover.html build/handover.txt build/menu.html; do
		if [ -e "$path" ]; then cp -R "$path" build/papers/; fi
	done
	echo 'เอกสารอยู่ในแฟ้ม “papers” ท้ายหน้านี้' >>"$body"
	if [ "$confirmed" != true ] && [ ! -d build/answers ]; then
		echo 'ถ้ารายการข้อของปีนี้เป็นฉบับร่าง ให้เทียบกับคู่มือ แล้วสั่งงานนี้อีกครั้งโดยติ๊ก “เทียบรายการข้อกับคู่มือของปีนั้นแล้ว” จึงจะได้คำตอบรายข้อ' >>"$body"
	fi
	state=papers
	;;
เปิดปีใหม่)
	tell 'เปิดปีใหม่' prongsai new-year "$year"
	# one that an import left there does not know the new folder yet
	if [ -f "แบบกรอก-ITA-$year.xlsx" ]; then tell 'แบบกรอกของปี' prongsai form "$year" --out .; fi
	;;
ล็อก*)
	tell 'บันทึกที่อยู่ที่ยื่นแล้ว' prongsai lock --filed "$year"
	;;
*)
	echo "ไม่มีงานชื่อนี้" >>"$body"
	exit 2
	;;
esac
if [ "$state" = none ]; then
	git add -A
	git diff --cached --binary -- data 'แบบกรอก-ITA-*.xlsx' >build/year/change.patch
	if [ -s build/year/change.patch ]; then
		tell 'ตรวจแฟ้มข้อมูล' prongsai check
		state=changed
	fi
fi
echo "state=$state" >>"$GITHUB_OUTPUT"
