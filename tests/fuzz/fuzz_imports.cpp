// SPDX-License-Identifier: MIT
#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "harness.hpp"

using namespace incidentmap;

/// A gazetteer that was imported can be opened, and has as many places as were counted.
void fuzz_imports(std::string_view bytes) {
    struct Kind {
        ImportFormat format;
        const char* name;
    };
    constexpr std::array kinds{
        Kind{ImportFormat::geonames, "IQ.txt"},
        Kind{ImportFormat::geonames, "admin1CodesASCII.txt"},
        Kind{ImportFormat::geonames, "countryInfo.txt"},
        Kind{ImportFormat::ourairports, "airports.csv"},
        Kind{ImportFormat::csv, "places.csv"},
        Kind{ImportFormat::geonames_names, "alternateNamesV2.txt"},
        Kind{ImportFormat::ogr, "a.geojson"},
        Kind{ImportFormat::csv, "areas.geojson"},
        Kind{ImportFormat::geonames, "IQ.zip"},
        Kind{ImportFormat::csv, "names.csv"},
    };
    const Kind& kind = kinds[choice_of(bytes) % kinds.size()];
    const auto path = file_of(kind.name, bytes);
    const std::string output = (path.parent_path() / "imported.gpkg").string();
    try {
        const ImportResult result = import_gazetteer(kind.format, {path.string()}, output);
        Gazetteer::open(output);
        require(result.places >= 0 && result.bad_rows >= 0);
    } catch (const Error&) {
    } catch (const UsageError&) {
    }
    std::filesystem::remove(path);
    std::filesystem::remove(output);
}
