// SPDX-License-Identifier: MIT
/// What the checks find in tables written by tests.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "gazetteer/import/import.hpp"
#include "scratch.hpp"

namespace check_tools {

namespace fs = std::filesystem;
using namespace incidentmap;

/// The gazetteer of Iraq and Syria that comes with the program, made once.
inline std::string curated() {
    static const Scratch folder;
    const std::string path = folder.path("curated.gpkg");
    if (fs::exists(path)) return path;
    std::vector<std::string> files;
    for (const char* name : {"places.csv", "names.csv", "points.csv", "sources.csv", "areas.geojson"})
        files.push_back((fs::path(INCIDENTMAP_SOURCE_DIR) / "gazetteer" / name).string());
    import_gazetteer(ImportFormat::csv, files, path);
    return path;
}

/// The world's cities, where they were made; empty elsewhere.
inline std::string world() {
    const fs::path path = fs::path(INCIDENTMAP_BINARY_DIR) / "gazetteer" / "world.gpkg";
    return fs::exists(path) ? path.string() : std::string{};
}

/// What is found, as it is found. \param options whose inputs and gazetteers are set
inline std::vector<Finding> findings_of(BuildRequest options) {
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    options.write = false;
    struct Collector : Reporter {
        void finding(const Finding& finding, std::string_view /*value*/) override {
            findings.push_back(finding);
        }
        std::vector<Finding> findings;
    } collector;
    run_build(options, collector);
    return collector.findings;
}

/// Of a table of reports.
inline std::vector<Finding> findings_in(const std::string& table) {
    const Scratch folder;
    BuildRequest options;
    options.inputs = {folder.file("reports.csv", table)};
    options.gazetteers = {curated()};
    return findings_of(options);
}

/// `row 3: position-swapped` a line.
inline std::string codes_in(const std::string& table) {
    std::string codes;
    for (const Finding& finding : findings_in(table))
        codes += "row " + std::to_string(finding.row) + ": " + finding.code + "\n";
    return codes;
}

}  // namespace check_tools
