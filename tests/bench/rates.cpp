// SPDX-License-Identifier: MIT
/// How fast the parts are, on one thread: geodesics, names looked up in a gazetteer, misspelt ones too.
/// Usage: incidentmap_rates GAZETTEER.gpkg [NAMES.txt]
/// Of a file of names, one a line, each is looked up as it stands, and with a letter left out; without one,
/// some names of Iraq.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/geodesic.hpp"

namespace {

/// How often a second \p work can be done: the best of several runs of about a second, as others use the
/// machine too. It goes on counting from run to run, so that it does not do the same again.
template <typename Work>
double rate(Work work) {
    using Clock = std::chrono::steady_clock;
    constexpr int runs = 5;
    double done = 0;
    double best = 0;
    for (int run = 0; run < runs; ++run) {
        const Clock::time_point start = Clock::now();
        double count = 0;
        double seconds = 0;
        while (seconds < 1) {
            for (int i = 0; i < 1000; ++i) work(done++);
            count += 1000;
            seconds = std::chrono::duration<double>(Clock::now() - start).count();
        }
        best = std::max(best, count / seconds);
    }
    return best;
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

/// Names and misspellings to look up.
struct Questions {
    std::vector<std::string> names{"Erbil",   "Baghdad",  "Camp Taji",   "Sinjar",
                                   "Nineveh", "Al-Qa'im", "Ain al-Asad", "Nowhere at all"};
    std::vector<std::string> misspelt{"erbli",  "bahgdad", "fallujha", "sinjra",
                                      "ninveh", "kirkkuk", "mosull",   "nowhree at all"};
};

/// One byte of the middle is left out; of a letter of several bytes all of them.
std::string with_a_slip(std::string name) {
    std::size_t at = name.size() / 2;
    const auto continues = [&](std::size_t i) { return i < name.size() && (name[i] & 0xC0) == 0x80; };
    while (at > 0 && continues(at)) --at;
    std::size_t end = at + 1;
    while (continues(end)) ++end;
    return name.erase(at, end - at);
}

Questions questions_of(const char* path) {
    Questions questions{{}, {}};
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) continue;
        questions.misspelt.push_back(with_a_slip(incidentmap::normal_form(line)));
        questions.names.push_back(std::move(line));
    }
    if (questions.names.empty()) throw incidentmap::Error{std::string("no names in ") + path};
    return questions;
}

/// From the words to the places that bear them, each time anew.
double names_a_second(const incidentmap::Gazetteer& gazetteer, const std::vector<std::string>& names) {
    std::size_t hits = 0;
    const double found = rate([&](double i) {
        const std::string& name = names[static_cast<std::size_t>(i) % names.size()];
        hits += gazetteer.by_normal_form(incidentmap::normal_form(name)).size();
    });
    return hits > 0 ? found : 0;
}

/// From misspelt words to the places one slip away, each time anew.
double slips_a_second(const incidentmap::Gazetteer& gazetteer, const std::vector<std::string>& misspelt) {
    std::size_t hits = 0;
    const double found = rate([&](double i) {
        hits += gazetteer.by_misspelt_form(misspelt[static_cast<std::size_t>(i) % misspelt.size()]).size();
    });
    return hits > 0 ? found : 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::fputs("usage: incidentmap_rates GAZETTEER.gpkg [NAMES.txt]\n", stderr);
        return 2;
    }
    try {
        const Questions questions = argc == 3 ? questions_of(argv[2]) : Questions{};
        std::printf("geodesics %.0f\n", geodesics_a_second());
        const incidentmap::Gazetteer gazetteer = incidentmap::Gazetteer::open(argv[1]);
        std::printf("names %.0f\n", names_a_second(gazetteer, questions.names));
        std::printf("misspelt %.0f\n", slips_a_second(gazetteer, questions.misspelt));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "incidentmap_rates: %s\n", error.what());
        return 1;
    }
}
