// SPDX-License-Identifier: MIT
#include "cli/map_text.hpp"

#include <algorithm>
#include <cstdio>

#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"
#include "stored/build_facts.hpp"

namespace incidentmap {
namespace {

std::string map_line(const MapSummary& map, bool is_dry_run) {
    std::string line;
    JsonObject object(line);
    const auto text = [&](std::string_view name, const std::string& value) { object.text(name, value); };
    const std::string state = state_of(map.written, is_dry_run, !map.failure.empty());
    const std::string& why = map.failure.empty() ? map.written.why : map.failure;
    // As every line of the log has them.
    text("level", map.failure.empty() ? "info" : "error");
    for (const char* name : {"code", "file", "row", "column"}) text(name, "");
    text("value", map.value);
    text("message", "map " + map.name + ": " + state + (why.empty() ? "" : ": " + why));
    text("map", map.name);
    text("state", state);
    text("why", why);
    object.integer("incidents", map.incidents);
    text("build_id", map.build_id);
    append_array(object.member("files"), map.written.files,
                 [](std::string& out, const WrittenFile& file) { append_json(out, file.path); });
    object.end();
    return line;
}

/// For machines alone, on standard error, as all that is said beside the answer.
void tell(const std::string& line, bool has_failed, const CommandReporter& reporter) {
    if (reporter.for_machines() && (!reporter.quiet() || has_failed))
        std::fprintf(stderr, "%s\n", line.c_str());
}

}  // namespace

std::string state_of(const WrittenBuild& written, bool is_dry_run, bool has_failed) {
    if (has_failed) return "failed";
    if (written.is_current) return "current";
    return is_dry_run ? "would be written" : "written";
}

std::int64_t failed_maps(const BuildSummary& summary) {
    return std::count_if(summary.maps.begin(), summary.maps.end(),
                         [](const MapSummary& map) { return !map.failure.empty(); });
}

std::string maps_text(const BuildSummary& summary, const Colours& colours) {
    std::vector<std::vector<std::string>> rows{{"map", "incidents", "state", "why"}};
    std::int64_t written = 0;
    for (const MapSummary& map : summary.maps) {
        const std::string state = state_of(map.written, summary.is_dry_run, !map.failure.empty());
        written += state == "current" || state == "failed" ? 0 : 1;
        rows.push_back({map.name, std::to_string(map.incidents), state, map.written.why});
    }
    const std::int64_t failed = failed_maps(summary);
    const auto total = static_cast<std::int64_t>(summary.maps.size());
    std::string text = "\n" + colours.heading("Maps by " + summary.split_by) + "\n" + text_table(rows, 60);
    text += counted(total, "map", "maps") + ": " + std::to_string(written) +
            (summary.is_dry_run ? " would be written, " : " written, ") +
            std::to_string(total - written - failed) + " current and left as they are, " +
            std::to_string(failed) + " failed\n";
    if (summary.in_several_maps > 0)
        text += counted(summary.in_several_maps, "incident stands", "incidents stand") +
                " on more than one map, as it may belong to any; marked in findings\n";
    for (const WrittenFile& file : summary.written.files) text += "  " + file.path + "\n";
    for (const std::string& obstacle : summary.written.obstacles) text += "  " + one_line(obstacle) + "\n";
    for (const MapSummary& map : summary.maps) {
        for (const std::string& obstacle : map.written.obstacles)
            text += "  " + map.name + ": " + one_line(obstacle) + "\n";
        for (const std::string& kept : map.written.kept)
            text += "  " + map.name + ": kept, as somebody made or changed it: " + one_line(kept) + "\n";
    }
    return text;
}

std::string failed_maps_text(const BuildSummary& summary, const Colours& colours) {
    std::string text;
    for (const MapSummary& map : summary.maps) {
        if (!map.failure.empty())
            text += colours.word(Severity::error) + "  " + map.name +
                    " was not written: " + one_line(map.failure) + "\n";
    }
    return text;
}

void tell_maps(const BuildSummary& summary, const CommandReporter& reporter) {
    if (!summary.split_by.empty()) {
        for (const MapSummary& map : summary.maps)
            tell(map_line(map, summary.is_dry_run), !map.failure.empty(), reporter);
        return;
    }
    MapSummary map;
    map.name = summary.stem;
    map.incidents = summary.counts.incidents;
    map.build_id = summary.build_id;
    map.written = summary.written;
    tell(map_line(map, summary.is_dry_run), false, reporter);
}

}  // namespace incidentmap
