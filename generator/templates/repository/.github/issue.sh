#!/bin/sh
# One open issue for one matter: issue.sh open TITLE FILE writes the file into it, issue.sh close TITLE closes it.
# Needs GH_TOKEN, and GITHUB_REPOSITORY as a workflow has it.
set -eu
TITLE=$2
export TITLE
number=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --limit 200 --json number,title \
	--jq 'map(select(.title == env.TITLE))[0].number // empty')
case $1 in
open)
	if [ -n "$number" ]; then
		gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body-file "$3"
	else
		gh issue create --repo "$GITHUB_REPOSITORY" --title "$TITLE" --body-file "$3"
	fi
	;;
close)
	if [ -n "$number" ]; then
		gh issue close "$number" --repo "$GITHUB_REPOSITORY" --comment "แก้ไขเรียบร้อยแล้ว"
	fi
	;;
esac
