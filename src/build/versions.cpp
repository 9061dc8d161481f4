// SPDX-License-Identifier: MIT
#include "build/versions.hpp"

#include <GeographicLib/Config.h>
#include <gdal.h>
#include <geos_c.h>
#include <proj.h>
#include <sqlite3.h>
#include <unicode/uversion.h>

#include <array>

#include "core/version.hpp"

namespace incidentmap {

std::vector<std::pair<std::string, std::string>> versions() {
    std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
    UVersionInfo icu_version{};
    u_getVersion(icu_version);
    u_versionToString(icu_version, icu.data());
    return {{"incidentmap", version()},
            {"GDAL", GDALVersionInfo("RELEASE_NAME")},
            {"PROJ", proj_info().version},
            {"GEOS", GEOSversion()},
            {"GeographicLib", GEOGRAPHICLIB_VERSION_STRING},
            {"SQLite", sqlite3_libversion()},
            {"ICU", icu.data()}};
}

}  // namespace incidentmap
