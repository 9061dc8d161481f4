// SPDX-License-Identifier: MIT
/// How fast the parts are, on one thread: geodesics, names looked up in a gazetteer, misspelt ones too.
/// Usage: incidentmap_rates GAZETTEER.gpkg
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <string_view>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/geodesic.hpp"

namespace {

/// How often a second \p work can be done, over a run of about a second.
template <typename Work>
double rate(Work work) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    double count = 0;
    double seconds = 0;
    while (seconds < 1) {
        for (int i = 0; i < 1000; ++i) work(count++);
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return count / seconds;
}

double geodesics_a_second() {
    double sum = 0;
    const double found = rate([&sum](double i) {
        const incidentmap::LonLat from{.lon = std::fmod(i * 0.7, 360) - 180,
                                       .lat = std::fmod(i * 0.3, 180) - 90};
        const incidentmap::LonLat to{.lon = std::fmod(i * 0.9, 360) - 180,
                                     .lat = std::fmod(i * 0.5, 180) - 90};
        sum += incidentmap::geodesic(from, to).distance_m;
    });
    return sum > 0 ? found : 0;
}

/// From the words to the places that bear them, each time anew.
double names_a_second(const incidentmap::Gazetteer& gazetteer) {
    constexpr std::array<std::string_view, 8> names{"Erbil",   "Baghdad",  "Camp Taji",   "Sinjar",
                                                    "Nineveh", "Al-Qa'im", "Ain al-Asad", "Nowhere at all"};
    std::size_t hits = 0;
    const double found = rate([&](double i) {
        const std::string_view name = names[static_cast<std::size_t>(i) % names.size()];
        hits += gazetteer.by_normal_form(incidentmap::normal_form(name)).size();
    });
    return hits > 0 ? found : 0;
}

/// From misspelt words to the places one slip away, each time anew.
double slips_a_second(const incidentmap::Gazetteer& gazetteer) {
    constexpr std::array<std::string_view, 8> names{"erbli",  "bahgdad", "fallujha", "sinjra",
                                                    "ninveh", "kirkkuk", "mosull",   "nowhree at all"};
    std::size_t hits = 0;
    const double found = rate([&](double i) {
        hits += gazetteer.by_misspelt_form(names[static_cast<std::size_t>(i) % names.size()]).size();
    });
    return hits > 0 ? found : 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: incidentmap_rates GAZETTEER.gpkg\n", stderr);
        return 2;
    }
    try {
        std::printf("geodesics %.0f\n", geodesics_a_second());
        const incidentmap::Gazetteer gazetteer = incidentmap::Gazetteer::open(argv[1]);
        std::printf("names %.0f\n", names_a_second(gazetteer));
        std::printf("misspelt %.0f\n", slips_a_second(gazetteer));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "incidentmap_rates: %s\n", error.what());
        return 1;
    }
}
