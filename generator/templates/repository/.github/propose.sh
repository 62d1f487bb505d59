#!/bin/sh
# Sends a change of the data as a branch and opens a pull request: propose.sh BRANCH TITLE FOLDER, of which the folder
# has change.patch and body.md. Where the repository lets no run open one, an issue says how. Needs GH_TOKEN, and what a
# workflow has: BASE, GITHUB_REPOSITORY, GITHUB_SERVER_URL.
set -eu
git switch --create "$1"
git apply --index --include='data/*' --include='inbox/*' --include='แบบกรอก-ITA-*' "$3/change.patch"
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git commit --quiet --message "$2"
gh auth setup-git
git push origin "$1"
if ! gh pr create --repo "$GITHUB_REPOSITORY" --base "$BASE" --head "$1" --title "$2" --body-file "$3/body.md"; then
	{
		echo "ทำแล้ว แต่คลังข้อมูลนี้ไม่อนุญาตให้ระบบเปิดคำขอแก้ไข (Settings › Actions › General › Allow GitHub Actions to create and approve pull requests)"
		echo
		echo "เปิดคำขอแก้ไขเองได้ที่ $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/compare/$BASE...$1?expand=1"
		echo
		cat "$3/body.md"
	} >"$3/issue.md"
	gh issue create --repo "$GITHUB_REPOSITORY" --title "$2" --body-file "$3/issue.md"
fi
