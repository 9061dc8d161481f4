// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/default_gazetteers.hpp"
#include "cli/location_text.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "locate/resolver.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace incidentmap {
namespace {

struct ResolveOptions {
    std::vector<std::string> localities;
    std::vector<std::string> gazetteers;
    std::string format = "text";
    std::string country;
    std::string near;
    bool verbose = false;
};

/// Writes answers one by one, in the order of the questions.
class Answers {
  public:
    explicit Answers(const ResolveOptions& options) : m_options(options) {}

    void add(const Location& location) {
        std::string text;
        if (m_options.format == "text") {
            text = (m_count > 0 ? "\n" : "") + to_text(location, m_options.verbose);
        } else if (m_options.format == "jsonl") {
            text = to_json(location) + "\n";
        } else {
            text = (m_count > 0 ? ",\n" : "[\n") + to_json(location);
        }
        std::fputs(text.c_str(), stdout);
        ++m_count;
    }
    void end() {
        if (m_options.format == "json") std::fputs(m_count > 0 ? "\n]\n" : "[]\n", stdout);
    }

  private:
    const ResolveOptions& m_options;
    std::size_t m_count = 0;
};

Exit resolve(const ResolveOptions& options) {
    if (!options.country.empty() && country_code(options.country).empty()) {
        throw UsageError{"--country " + options.country + " is no country; give its ISO code in capitals (IQ) or its English name"};
    }
    Resolver resolver(open_gazetteers(options.gazetteers));
    std::optional<LonLat> near;
    if (!options.near.empty()) {
        const Location& there = resolver.resolve({options.near, options.country, {}, {}, std::nullopt});
        if (!there.has_place()) throw UsageError{"--near " + options.near + ": " + because_text(there)};
        near = there.likely;
    }
    Answers answers(options);
    const auto answer = [&](const std::string& words) {
        answers.add(resolver.resolve({as_utf8(words).text, options.country, {}, {}, near}));
        resolver.forget_if_large();
    };
    for (const std::string& words : options.localities) {
        if (words != "-") {
            answer(words);
            continue;
        }
        std::string line;
        while (std::getline(std::cin, line)) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            answer(line);
        }
    }
    answers.end();
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_resolve(CLI::App& app) {
    auto options = std::make_shared<ResolveOptions>();
    app.add_option("locality", options->localities, "Words that say where; - reads one a line from standard input")->required();
    app.add_option("-g,--gazetteer", options->gazetteers, "A gazetteer (.gpkg, or a .csv of places); may be repeated. builtin: the default ones")
        ->type_name("FILE")->allow_extra_args(false);
    app.add_option("-f,--format", options->format, "text, json or jsonl (one object a line)")->check(CLI::IsMember({"text", "json", "jsonl"}))->type_name("FORMAT");
    app.add_option("--country", options->country, "Only places in this country")->type_name("CC");
    app.add_option("--near", options->near, "Of several places that fit, the one nearest to this one")->type_name("LOCALITY");
    app.add_flag("--verbose", options->verbose, "Also tell what was set aside, and the forms in which names were compared");
    app.footer("\nExample:\n  incidentmap resolve Erbil \"Camp Taji\" ORER \"33°31'26\\\"N 44°15'24\\\"E\"");
    return [options] { return resolve(*options); };
}

}  // namespace incidentmap
