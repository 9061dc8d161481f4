# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What script/map, script/test and script/bench share: installing what is missing, and building. To be sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
elsewhere="On other systems, install these by hand and run this script again:
  Fedora   cmake gcc-c++ ninja-build pkgconf catch-devel cli11-devel gdal-devel GeographicLib-devel geos-devel
           libicu-devel pango-devel proj-devel sqlite-devel openssl-devel libxml2-devel
  Arch     cmake gcc ninja pkgconf catch2 cli11 gdal geographiclib geos icu pango proj sqlite openssl libxml2
  macOS    brew install cmake ninja pkg-config catch2 cli11 gdal geographiclib geos icu4c pango proj sqlite openssl"

say() { printf '== %s\n' "$*"; }

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# The packages of a section of packages.txt.
packages() {
    awk -v section="[$1]" '/^\[/ { inside = ($0 == section); next } inside && /^[a-z0-9]/ { print $1 }' \
        "$root/script/packages.txt"
}

# Those of the packages named that are not installed.
not_installed() {
    local installed package
    installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        awk '$1 == "installed" { print $2 }') || true
    for package in "$@"; do
        # A node of another make serves as well as Debian's, and cannot stand beside it.
        case $package in nodejs | npm) command -v "${package%js}" >/dev/null && continue ;; esac
        grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Runs apt-get without a question and without a word; where it fails, its last words are shown.
apt_quietly() {
    local log=$1
    shift
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=590 -o Acquire::Retries=3 "$@" </dev/null >>"$log" 2>&1
}

# Installs what is missing of the sections named; does nothing, not even ask, where nothing is.
install_packages() {
    local section missing=() wanted log try
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        command -v cmake >/dev/null || die "cmake is missing, and this is not Debian or Ubuntu.
$elsewhere"
        return 0
    fi
    for section in "$@"; do
        mapfile -t wanted < <(packages "$section")
        mapfile -t -O "${#missing[@]}" missing < <(not_installed "${wanted[@]}")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || die "these packages are missing, and you are neither root nor have sudo. Ask for:
  apt-get install --no-install-recommends ${missing[*]}"
        if [[ -t 0 ]]; then as_root=(sudo); else as_root=(sudo -n); fi
        "${as_root[@]}" true || die "sudo was refused. Have somebody who may do so run:
  apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    log=$(mktemp)
    # Another run of apt may hold the lock on the lists, for which apt does not wait.
    for try in 1 2 3 4 5; do
        if apt_quietly "$log" update; then break; fi
        [[ $try -lt 5 ]] && sleep 10
    done
    local package known=()
    for package in "${missing[@]}"; do
        if [[ -n $(apt-cache madison "$package" 2>/dev/null) ]]; then
            known+=("$package")
        else
            say "This system has no package $package: going on without it"
        fi
    done
    if [[ ${#known[@]} -gt 0 ]] && ! apt_quietly "$log" install "${known[@]}"; then
        tail -n 20 "$log" >&2
        die "apt-get could not install them; all it said is in $log"
    fi
    rm -f "$log"
}

# Configures a preset where it is new or its description has changed, and builds it. Further words are targets.
build() {
    local preset=$1 folder="$root/build/$1" log="$root/build/$1.log" home targets=()
    shift
    [[ $# -eq 0 ]] || targets=(--target "$@")
    mkdir -p "$root/build"
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
    if [[ ! -e $folder/build.ninja || $home != "$root" || "$root/CMakePresets.json" -nt $folder/build.ninja ]]; then
        say "Configuring ($preset)"
        local fresh=()
        [[ -z $home || $home == "$root" ]] || fresh=(--fresh) # the folder was moved
        if ! (cd "$root" && cmake --preset "$preset" "${fresh[@]}") >"$log" 2>&1; then
            cat "$log" >&2
            command -v apt-get >/dev/null || printf '%s\n' "$elsewhere" >&2
            die "the build could not be configured"
        fi
    fi
    say "Building ($preset)"
    if ! (cd "$root" && cmake --build "$folder" --parallel "$(processors)" "${targets[@]}") >"$log" 2>&1; then
        grep -E -A 20 'FAILED|error:|Error' "$log" | head -n 60 >&2 || true
        die "the build failed; all it said is in $log"
    fi
}

# The modules that the page's front end is bundled and tested with, in the versions of its lock file, in
# build/page_modules. Where they cannot be had, the page's tests are skipped; the C++ build does without.
install_page_modules() {
    local folder=$root/build/page_modules web=$root/src/writer/page/web log
    command -v npm >/dev/null || return 0
    cmp -s "$web/package-lock.json" "$folder/installed-lock.json" && return 0
    say "Installing the modules of the page's front end (npm)"
    mkdir -p "$folder"
    rm -f "$folder/installed-lock.json"
    cp "$web/package.json" "$web/package-lock.json" "$folder"
    log=$(mktemp)
    if timeout 300 npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --fetch-retries 2 \
        --fetch-timeout 30000 --fetch-retry-mintimeout 2000 --fetch-retry-maxtimeout 5000 </dev/null >"$log" 2>&1; then
        cp "$web/package-lock.json" "$folder/installed-lock.json"
        rm -f "$log"
    else
        tail -n 5 "$log" >&2
        say "npm could not install them; all it said is in $log"
    fi
}

processors() { nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 1; }
