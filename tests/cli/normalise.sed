# What differs between machines and runs, each put into one form. Paths are replaced by tests/cli/run: {here} is the
# case's folder, {program} the one the program lies in.

# Durations and rates: 0.3 s, 12 ms
s/\b[0-9]+(\.[0-9]+)? (ms|s)\b/{time}/g

# Versions: of this program, of the libraries behind it
s/\b(incidentmap|GDAL|PROJ|GEOS|GeographicLib|SQLite|ICU)( |": ?")[0-9]+(\.[0-9A-Za-z+-]+)+/\1\2{version}/g

# GEOS adds that of its C interface
s/(GEOS \{version\})-CAPI-[0-9.]+/\1/g

# Fingerprints and hashes
s/\b[0-9a-f]{16,64}\b/{hash}/g

# What draws pictures, where the program was built with it
/^(Cairo|Pango) [0-9.]+$/d
/^built without pictures/d

# Sizes of files
s/\b[0-9]+(\.[0-9]+)? (bytes|kB|KiB|MB|MiB)\b/{size}/g

# The default gazetteers that --version names: there is no `world` where the system has no GeoNames dumps
/^gazetteer [a-z]+ \{hash\}$/d
