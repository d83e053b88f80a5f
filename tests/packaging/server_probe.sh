# shellcheck shell=sh
# Runs inside a booted machine of test_packages.sh, beside cutaway-cloud.service. Its last line is the verdict.
set -eu
url=http://127.0.0.1:8010
# systemd counts the unit as started before the server listens.
for _ in $(seq 100); do
    curl -s -o /dev/null $url/cutaway/v1/health && break
    sleep 0.2
done
journalctl -u cutaway-cloud --no-pager -o cat
status() { curl -s -o /srv/answer -w '%{http_code}' "$@"; }
expect() { # expect STATUS WORDS CURL_ARGUMENTS...
    wanted=$1 words=$2
    shift 2
    got=$(status "$@")
    [ "$got" = "$wanted" ] || { echo "$words: HTTP status $got, not $wanted"; exit 1; }
    echo "$words: $got"
}
expect 200 "health" $url/cutaway/v1/health
cat /srv/answer && echo
expect 401 "no token" $url/service
expect 401 "a wrong token" -H 'Authorization: Bearer the-token-of-a-stranger' $url/service
expect 200 "its token" -H 'Authorization: Bearer the-token-of-the-test' $url/service
cutaway-ctl events --json --cloud $url --token-file /etc/cutaway-cloud/token
process=$(systemctl show -p MainPID --value cutaway-cloud)
[ "$(stat -c %U /proc/"$process")" = cutaway-cloud ] || { echo "it has the wrong user"; exit 1; }
grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/"$process"/status
systemctl stop cutaway-cloud
result=$(systemctl show -p Result,ExecMainStatus --value cutaway-cloud | xargs)
[ "$result" = "success 0" ] || { echo "stopped: $result"; exit 1; }
echo "the server is well"
