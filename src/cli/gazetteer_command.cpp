// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/default_gazetteers.hpp"
#include "cli/gazetteer_import.hpp"
#include "cli/text_table.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The most frequent first, and how many more there are.
void add_counts(Rows& rows, const std::string& title, std::vector<KindCount> counts, std::size_t most,
                std::string (*name)(std::string_view)) {
    std::stable_sort(counts.begin(), counts.end(),
                     [](const KindCount& a, const KindCount& b) { return a.count > b.count; });
    for (std::size_t i = 0; i < std::min(most, counts.size()); ++i) {
        const std::string named = name == nullptr ? "" : name(counts[i].what);
        rows.push_back({i == 0 ? title : "",
                        named.empty() ? (counts[i].what.empty() ? "(not known)" : counts[i].what) : named,
                        std::to_string(counts[i].count)});
    }
    if (counts.size() > most) rows.push_back({"", std::to_string(counts.size() - most) + " more", ""});
}

Exit describe(const std::vector<std::string>& asked) {
    const std::vector<Gazetteer> gazetteers = open_gazetteers(asked);
    for (const Gazetteer& gazetteer : gazetteers) {
        const GazetteerInfo info = gazetteer.info();
        Rows rows{{"gazetteer", info.name, ""},
                  {"fingerprint", info.fingerprint.substr(0, 16), ""},
                  {"places", "", std::to_string(info.place_count)},
                  {"names", "", std::to_string(info.name_count)},
                  {"outlines", "", std::to_string(info.area_count)}};
        add_counts(rows, "kinds", info.kinds, 12, nullptr);
        add_counts(rows, "countries", info.countries, 8, country_name);
        add_counts(rows, "languages", info.languages, 8, nullptr);
        for (const GazetteerSource& source : info.sources) {
            rows.push_back({&source == &info.sources.front() ? "sources" : "",
                            source.name + (source.date.empty() ? "" : " (" + source.date + ")"),
                            source.licence});
        }
        std::printf("%s%s", &gazetteer == &gazetteers.front() ? "" : "\n", text_table(rows, 70).c_str());
    }
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_gazetteer(CLI::App& app) {
    auto described = std::make_shared<std::vector<std::string>>();
    auto action = std::make_shared<std::function<Exit()>>();
    app.require_subcommand(1);

    CLI::App& import =
        *app.add_subcommand("import", "Make a gazetteer of GeoNames' dumps, OurAirports, tables and layers");
    import.callback([action, run = declare_gazetteer_import(import)] { *action = run;
});

CLI::App& info = *app.add_subcommand("info", "Describe gazetteers: what they hold, from which sources");
info.add_option("gazetteer", *described, "The gazetteers; without one, the default ones")
    ->type_name("FILE...");
info.footer("\nExample:\n  incidentmap gazetteer info iraq.gpkg");
info.callback([=] { *action = [=] { return describe(*described); }; });

return [action] { return (*action)(); };
}  // namespace incidentmap

}  // namespace incidentmap
