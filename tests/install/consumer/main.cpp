// SPDX-License-Identifier: MIT
// What another program does with the library: open gazetteers, look up, measure, build. Each line that it
// prints is compared by tests/install/run.
#include <cstdio>
#include <incidentmap/incidentmap.hpp>

int main(int argc, char** argv) try {
    incidentmap::Gazetteers gazetteers = incidentmap::open_gazetteers();
    const incidentmap::Location camp = incidentmap::resolve(gazetteers, "Camp Taji");
    std::printf("%s: %s %s, within %.0f m\n", camp.query.c_str(), to_string(camp.status),
                camp.place_id.c_str(), camp.uncertainty_m);

    const incidentmap::Location village = incidentmap::resolve(
        gazetteers, {.words = "Sheikh Amir", .country = "IQ", .admin1 = "Nineveh", .admin2 = {}, .near = {}});
    const incidentmap::Location airport = incidentmap::resolve(gazetteers, "Irbil International Airport");
    const incidentmap::Measure way = incidentmap::measure(village, airport);
    if (way.bounds) std::printf("%s, likely %.1f km\n", way.text.c_str(), way.bounds->likely_m / 1000);

    if (argc == 3) {
        const incidentmap::BuildResult built = incidentmap::build(
            {.inputs = {argv[1]}, .output = argv[2], .formats = {"gpkg"}, .title = "Tried", .ask = false});
        std::printf("%lld incidents, %lld on the map, %zu files\n", static_cast<long long>(built.incidents),
                    static_cast<long long>(built.points + built.areas), built.files.size());
        try {
            incidentmap::build({.inputs = {"no such table.csv"}, .output = argv[2]});
        } catch (const incidentmap::Error& error) {
            std::printf("%s\n", error.what());
        }
    }
    std::printf("incidentmap %s\n", incidentmap::version());
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
