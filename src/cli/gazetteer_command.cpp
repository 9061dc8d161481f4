// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/gazetteer_commands.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/text_table.hpp"
#include "core/error.hpp"
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

Exit describe(const std::vector<std::string>& asked, CommandReporter& reporter) {
    const std::vector<Gazetteer> gazetteers = open_gazetteers(asked, reporter);
    reporter.phase("counting");
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
        reporter.end();
        std::printf("%s%s", &gazetteer == &gazetteers.front() ? "" : "\n", text_table(rows, 70).c_str());
    }
    return Exit::done;
}

std::string newest_date(const GazetteerInfo& info) {
    std::string newest;
    for (const GazetteerSource& source : info.sources) newest = std::max(newest, source.date);
    return newest;
}

/// In the order in which they are asked; one that cannot be opened says why, for the others are to be seen.
Exit list(const std::vector<std::string>& asked, CommandReporter& reporter) {
    Rows rows{{"gazetteer", "places", "names", "outlines", "sources to", "path"}};
    bool all_open = true;
    for (const std::string& path : asked_gazetteers(asked)) {
        try {
            const GazetteerInfo info = Gazetteer::open(path).summary();
            rows.push_back({info.name, std::to_string(info.place_count), std::to_string(info.name_count),
                            std::to_string(info.area_count), newest_date(info), path});
        } catch (const Error& error) {
            all_open = false;
            reporter.fail(error.what());
        }
    }
    reporter.end();
    std::fputs(text_table(rows, 200).c_str(), stdout);
    const std::filesystem::path folder = user_gazetteer_folder();
    if (!folder.empty()) std::printf("\nYour own: %s\n", one_line(folder.string()).c_str());
    return all_open ? Exit::done : Exit::failed;
}

}  // namespace

std::function<Exit()> declare_gazetteer(CLI::App& app, CommandReporter& reporter) {
    auto asked = std::make_shared<std::vector<std::string>>();
    auto action = std::make_shared<std::function<Exit()>>();
    app.require_subcommand(1);

    CLI::App& making =
        *app.add_subcommand("import", "Make a gazetteer of GeoNames' dumps, OurAirports, tables and layers");
    making.callback([action, run = declare_gazetteer_import(making, reporter)] { *action = run; });

    CLI::App& listing =
        *app.add_subcommand("list", "List the gazetteers that are used, the first counts most");
    listing.add_option("-g,--gazetteer", *asked, gazetteer_help)->type_name("FILE")->allow_extra_args(false);
    listing.footer("\nExample:\n  incidentmap gazetteer list");
    reporter.declare(listing);
    listing.callback([=, &reporter] { *action = [=, &reporter] { return list(*asked, reporter); }; });

    CLI::App& info = *app.add_subcommand("info", "Describe gazetteers: what they hold, from which sources");
    info.add_option("gazetteer", *asked, "The gazetteers; without one, those that are used")
        ->type_name("FILE...");
    info.footer("\nExample:\n  incidentmap gazetteer info iraq.gpkg");
    reporter.declare(info);
    info.callback([=, &reporter] { *action = [=, &reporter] { return describe(*asked, reporter); }; });

    CLI::App& checking = *app.add_subcommand("check", "Examine gazetteers: what is to be looked at");
    checking.callback([action, run = declare_gazetteer_check(checking, reporter)] { *action = run; });

    return [action] { return (*action)(); };
}

}  // namespace incidentmap
