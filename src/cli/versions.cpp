// SPDX-License-Identifier: MIT
#include "cli/versions.hpp"

#include <GeographicLib/Config.h>
#include <gdal.h>
#include <geos_c.h>
#include <proj.h>
#include <sqlite3.h>
#include <unicode/uversion.h>

#include <array>
#include <exception>

#include "cli/default_gazetteers.hpp"
#include "core/version.hpp"
#include "writer/picture/canvas.hpp"

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

std::string version_text() {
    std::string text;
    for (const auto& [name, number] : versions()) text += name + " " + number + "\n";
    const auto drawn_with = picture_versions();
    for (const auto& [name, number] : drawn_with) text += name + " " + number + "\n";
    if (drawn_with.empty()) text += "built without pictures (no Cairo and Pango)\n";
    for (const std::string& path : default_gazetteers()) {
        try {
            const Gazetteer gazetteer = Gazetteer::open(path);
            text += "gazetteer " + gazetteer.name() + " " + gazetteer.fingerprint().substr(0, 16) + "\n";
        } catch (const std::exception& error) {
            text += std::string("gazetteer: ") + error.what() + "\n";
        }
    }
    text.pop_back();
    return text;
}

}  // namespace incidentmap
