// SPDX-License-Identifier: MIT
#include <array>
#include <filesystem>

#include "build/build.hpp"
#include "core/error.hpp"
#include "harness.hpp"

using namespace incidentmap;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view places =
    "place_id,name,kind,country,admin1,latitude,longitude,extent_m,accuracy_m\n"
    "v1,Sheikh Amir,village,IQ,Nineveh,36.32,43.47,1000,1000\n"
    "v2,Sheikh Amir,village,IQ,Wasit,32.27,45.98,1000,1000\n"
    "c1,Camp Sunrise,military base,IQ,Baghdad,33.5,44.25,2000,100\n"
    "t1,Irbil,city,IQ,Erbil,36.19,44.01,5000,500\n"
    "d1,Lautoka,city,FJ,Western,-17.62,177.45,5000,500\n"
    "n1,Alert,village,CA,Nunavut,82.5,-62.35,1000,500\n";

}  // namespace

/// A whole small build of any table: its counts add up, or nothing is written.
void fuzz_builds(std::string_view bytes) {
    const unsigned choice = choice_of(bytes);
    static const fs::path gazetteer = file_of("places.csv", places);
    const fs::path input = file_of("build/r.csv", bytes);
    const fs::path output = input.parent_path() / "out";
    BuildRequest options;
    options.inputs = {input.string()};
    options.output = output.string();
    options.gazetteers = {gazetteer.string()};
    options.write = (choice & 1U) == 0;
    constexpr std::array<std::array<const char*, 3>, 3> formats{
        {{"gpkg", "gpkg", "gpkg"}, {"gpkg", "geojson", "csv"}, {"kml", "xlsx", "html"}}};
    const auto& chosen = formats[(choice >> 1U) % formats.size()];
    options.formats.assign(chosen.begin(), chosen.end());
    if ((choice & 32U) != 0) options.merge_above = 0.5;
    if ((choice & 64U) != 0) options.rings_km = {10, 200};
    Reporter silent;
    try {
        const BuildSummary summary = run_build(options, silent);
        require(summary.launch_count >= 0 && summary.not_mapped_count >= 0);
        require(!options.write || !fs::is_empty(output));
    } catch (const Error&) {
        require(!fs::exists(output) || fs::is_empty(output));
    } catch (const UsageError&) {
        require(!fs::exists(output) || fs::is_empty(output));
    }
    fs::remove_all(input.parent_path());
}
