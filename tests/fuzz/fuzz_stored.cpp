// SPDX-License-Identifier: MIT
#include <filesystem>

#include "build/build.hpp"
#include "core/error.hpp"
#include "harness.hpp"
#include "stored/build_file.hpp"
#include "writer/user_edits.hpp"

using namespace incidentmap;
namespace fs = std::filesystem;

namespace {

/// A small build, as bytes.
const std::string& sound_build() {
    static const std::string bytes = [] {
        const fs::path input =
            file_of("stored/r.csv",
                    "report_id,event_date,place,latitude,longitude,launch_place\n"
                    "r1,2020-06-01,Irbil,36.19,44.01,Nowhere\nr2,2020-06-02,Taji,33.5,44.25,\n"
                    "r3,2020-06-03,Nowhere,,,\n");
        const fs::path gazetteer = file_of("stored/places.csv", "name,latitude,longitude\nTaji,33.5,44.25\n");
        BuildRequest options;
        options.inputs = {input.string()};
        options.output = (input.parent_path() / "r.gpkg").string();
        options.formats = {"gpkg"};
        options.gazetteers = {gazetteer.string()};
        options.ask = false;
        Reporter silent;
        run_build(options, silent);
        return bytes_of(options.output);
    }();
    return bytes;
}

void read_all(const fs::path& path) {
    BuildFile build(path);
    for (std::size_t i = 0; i < layer_count; ++i) {
        const auto layer = static_cast<LayerId>(i);
        std::optional<StoredRows> rows = build.all(layer, "incident_id");
        while (rows) {
            const std::optional<StoredRow> row = rows->next();
            if (!row) break;
            require(row->cells().size() == row->names().size());
        }
    }
}

}  // namespace

/// A build in which bytes were changed (the input is a list of three bytes of place and one of value) is read
/// to its end or refused.
void fuzz_stored(std::string_view bytes) {
    std::string build = sound_build();
    for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
        const auto at = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
        };
        build[(at(0) | at(1) << 8U | at(2) << 16U) % build.size()] = bytes[3];
    }
    const fs::path path = file_of("changed.gpkg", build);
    try {
        read_all(path);
    } catch (const Error&) {
    }
    try {
        user_edits(path, "changed");
    } catch (const Error&) {
    }
}
