// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/default_gazetteers.hpp"
#include "cli/progress.hpp"
#include "cli/text_table.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/import/import.hpp"

namespace incidentmap {
namespace {

struct ImportArguments {
    std::string format;
    std::vector<std::string> files;
    std::string output;
};

Exit import_files(const ImportArguments& arguments) {
    const auto format = import_format(arguments.format);
    if (!format) throw UsageError{"'" + arguments.format + "' is no format to import; it is csv, geonames or ourairports"};
    for (const std::string& file : arguments.files) {
        if (file == arguments.output) throw UsageError{"the output " + file + " is also an input"};
    }
    ProgressLine line;
    ImportOptions options;
    options.progress = [&](std::int64_t rows) { line.show("reading", rows, 0); };
    const ImportResult result = import_gazetteer(*format, arguments.files, arguments.output, options);
    line.clear();
    for (const Finding& finding : result.findings)
        std::fprintf(stderr, "%s: %s\n", to_string(finding.severity), one_line(to_line(finding)).c_str());
    for (const FindingCount& count : result.finding_counts) {
        if (count.count > 20)
            std::fprintf(stderr, "%s: %lld in all\n", count.code.c_str(),
                         static_cast<long long>(count.count));
    }
    std::printf("%s\n%s", arguments.output.c_str(),
                text_table({{"", "count"},
                            {"places", std::to_string(result.places)},
                            {"names", std::to_string(result.names)},
                            {"areas", std::to_string(result.areas)},
                            {"other points", std::to_string(result.points)},
                            {"rows that could not be used", std::to_string(result.bad_rows)}})
                    .c_str());
    return Exit::done;
}

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
    auto arguments = std::make_shared<ImportArguments>();
    auto described = std::make_shared<std::vector<std::string>>();
    auto action = std::make_shared<std::function<Exit()>>();
    app.require_subcommand(1);

    CLI::App& import =
        *app.add_subcommand("import", "Make a gazetteer from tables (csv), GeoNames' dumps (geonames) or OurAirports (ourairports)");
    import.add_option("format", arguments->format, "csv, geonames or ourairports")->required()->type_name("FORMAT");
    import
        .add_option("files", arguments->files, "The files, in any order; what each is is told by its columns")
        ->required()
        ->type_name("FILE...");
    import.add_option("-o,--output", arguments->output, "The gazetteer to make")
        ->required()
        ->type_name("OUT.gpkg");
    import.footer("\nExample:\n  incidentmap gazetteer import geonames IQ.txt -o iraq.gpkg");
    import.callback([=] { *action = [=] { return import_files(*arguments);
};
}  // namespace incidentmap
);

CLI::App& info = *app.add_subcommand("info", "Describe gazetteers: what they hold, from which sources");
info.add_option("gazetteer", *described, "The gazetteers; without one, the default ones")
    ->type_name("FILE...");
info.footer("\nExample:\n  incidentmap gazetteer info iraq.gpkg");
info.callback([=] { *action = [=] { return describe(*described); }; });

return [action] { return (*action)(); };
}

}  // namespace incidentmap
