// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/diff/difference_text.hpp"
#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "stored/build_file.hpp"
#include "stored/causes.hpp"
#include "stored/difference.hpp"
#include "stored/incident_walk.hpp"
#include "writer/build_stamp.hpp"

namespace incidentmap {
namespace {

struct DiffOptions {
    std::string was;
    std::string is;
    std::string format = "text";
};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_head(BuildFile& was, BuildFile& is, const Causes& causes, bool as_json) {
    if (!as_json) {
        print(one_line("old: " + was.name() + ", build " + was.build_id()) + "\n" +
              one_line("new: " + is.name() + ", build " + is.build_id()) + "\n" +
              to_text(causes.build_changes()) + "\n");
        return;
    }
    const auto file = [](std::string& out, const BuildFile& build) {
        JsonObject object(out);
        object.text("file", build.name());
        object.text("build_id", build.build_id());
        object.end();
    };
    std::string out = "{\"old\":";
    file(out, was);
    out += ",\"new\":";
    file(out, is);
    out += ",\"build\":";
    append_array(out, causes.build_changes(),
                 [](std::string& to, const BuildChange& change) { to += to_json(change); });
    print(out + ",\"incidents\":[");
}

/// Calls \p take with each incident of either build, in the order of their ids; one of the two may be null.
template <typename Take>
void for_each_incident(BuildFile& was, BuildFile& is, Take take) {
    IncidentWalk old_walk(was);
    IncidentWalk new_walk(is);
    auto before = old_walk.next();
    auto after = new_walk.next();
    while (before || after) {
        const bool takes_old = before && (!after || before->id <= after->id);
        const bool takes_new = after && (!before || after->id <= before->id);
        take(takes_old ? &*before : nullptr, takes_new ? &*after : nullptr);
        if (takes_old) before = old_walk.next();
        if (takes_new) after = new_walk.next();
    }
}

Exit diff(const DiffOptions& options, CommandReporter& reporter) {
    const bool as_json = options.format == "json";
    reporter.phase("comparing");
    BuildFile was(build_file_path(options.was));
    BuildFile is(build_file_path(options.is));
    for (const BuildFile* file : {&was, &is})
        reporter.detail("reading " + file->path().string() + ": build " + file->build_id());
    for (const BuildFile* file : {&was, &is}) {
        if (const auto others = other_builds_in_words(file->path(), file->build_id()); !others.empty())
            reporter.warn(others);
    }
    Causes causes(was, is);
    print_head(was, is, causes, as_json);
    DifferenceCounts counts;
    bool first = true;
    for_each_incident(was, is, [&](const StoredIncident* before, const StoredIncident* after) {
        auto difference = compare(before, after);
        if (!difference) {
            ++counts.same;
            return;
        }
        difference->causes = causes.of(before, after);
        counts.add(*difference);
        print(as_json ? (first ? "\n" : ",\n") + to_json(*difference) : to_text(*difference));
        first = false;
    });
    reporter.end();
    print(as_json ? "],\"summary\":" + to_json(counts) + "}\n" : (first ? "" : "\n") + to_text(counts));
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_diff(CLI::App& app, CommandReporter& reporter) {
    auto options = std::make_shared<DiffOptions>();
    app.add_option("old", options->was, "The GeoPackage of the earlier build, or its folder")
        ->required()
        ->type_name("OLD.gpkg");
    app.add_option("new", options->is, "The GeoPackage of the later build, or its folder")
        ->required()
        ->type_name("NEW.gpkg");
    app.add_option("-f,--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str()
        ->type_name("FORMAT");
    reporter.declare(app);
    app.footer(
        "\nWhich incidents were added, are gone, moved by how much or read otherwise, in the order of their "
        "ids, "
        "and whether\nthe input, a decision, the gazetteer, the program or the options were the cause: "
        "several, "
        "where more than one\ndiffers for that incident. Exit 0 whether or not the two differ; 1 is an "
        "error, as "
        "everywhere.\n"
        "\nExample:\n  incidentmap diff june-draft.gpkg june.gpkg");
    return [options, &reporter] { return diff(*options, reporter); };
}

}  // namespace incidentmap
