#!/bin/sh
# Writes the addresses of the published site into a file, for `prongsai build --published`: published.sh FILE
# A repository whose site was never published has none. Anything else that goes wrong ends with an error: a build that
# does not know what is published must not publish.
# Needs GH_TOKEN, and GITHUB_API_URL and GITHUB_REPOSITORY as a workflow has them.
set -eu
file=$1
mkdir -p "$(dirname "$file")"

get() { # address, file, options: prints the status
	from=$1 to=$2
	shift 2
	curl --silent --show-error --location --retry 3 --max-time 60 --output "$to" --write-out '%{http_code}' "$@" "$from"
}

# The token goes to the API only, by standard input: not into the list of processes.
status=$(printf 'header = "Authorization: Bearer %s"\n' "$GH_TOKEN" |
	get "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pages" "$file" --config -)
if [ "$status" = 200 ]; then
	url=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))["html_url"])' "$file")
	status=$(get "${url%/}/urls.json" "$file")
fi
case $status in
200)
	echo "published addresses: $url"
	# What was built, and which checks it went through, lies beside the list: of the site, and of each agency.
	for folder in . data/*/; do
		slug=${folder#data/}
		slug=${slug%/}
		case $slug in .) slug= ;; '*') continue ;; esac
		known=${file%.json}/$slug
		mkdir -p "$known"
		if [ "$(get "${url%/}/${slug:+$slug/}manifest.json" "$known/manifest.json")" != 200 ]; then
			rm -f "$known/manifest.json"
		fi
	done
	;;
404)
	echo "nothing is published yet"
	echo '[]' >"$file"
	;;
*)
	echo "cannot learn what is published: status $status" >&2
	exit 1
	;;
esac
