// SPDX-License-Identifier: MIT
#include "cli/build_text.hpp"

#include <algorithm>

#include "build/duplicate_reports.hpp"
#include "cli/map_text.hpp"
#include "cli/text_table.hpp"
#include "core/text.hpp"
#include "layer/schema.hpp"
#include "stored/build_facts.hpp"

namespace incidentmap {
namespace {

std::int64_t with_status(const BuildSummary& summary, Status status) {
    return summary.counts.by_status[static_cast<std::size_t>(status)];
}

std::int64_t not_on_the_map(const BuildSummary& summary) {
    return with_status(summary, Status::ambiguous) + with_status(summary, Status::unresolved);
}

/// `17 not on the map: 10 wait for your review, 7 have no place that was found`
std::string not_mapped_by_reason(const BuildSummary& summary) {
    const std::int64_t waiting = with_status(summary, Status::ambiguous);
    const std::int64_t not_found = with_status(summary, Status::unresolved);
    if (waiting + not_found == 0) return {};
    std::vector<std::string> parts;
    if (waiting > 0)
        parts.push_back(std::to_string(waiting) + (waiting == 1 ? " waits" : " wait") + " for your review");
    if (not_found > 0)
        parts.push_back(std::to_string(not_found) + (not_found == 1 ? " has" : " have") +
                        " no place that was found");
    return std::to_string(waiting + not_found) + " not on the map: " + joined(parts, ", ");
}

std::string layers(const BuildSummary& summary) {
    std::vector<std::vector<std::string>> rows{{"layer", "features"}};
    std::vector<std::string> left_out;
    for (LayerId id : all_layers) {
        const std::int64_t count = summary.counts.by_layer[index_of(id)];
        if (count > 0) {
            rows.push_back({layer_schema(id).name, std::to_string(count)});
        } else if (!is_written(id, count) && id != LayerId::range_rings) {
            left_out.push_back(layer_schema(id).name);
        }
    }
    return text_table(rows) +
           (left_out.empty() ? "" : "nothing in, and left out: " + joined(left_out, ", ") + "\n");
}

std::string titled(const std::string& title, std::vector<SummaryRow> rows, const SummaryRow& head,
                   std::int64_t count, const Colours& colours) {
    if (rows.empty()) return {};
    const std::int64_t more = count - static_cast<std::int64_t>(rows.size());
    rows.insert(rows.begin(), head);
    return "\n" + colours.heading(title) + "\n" + text_table(rows, 44) +
           (more > 0 ? "and " + std::to_string(more) + " more\n" : "");
}

std::string findings(const BuildSummary& summary, const Colours& colours) {
    if (summary.findings.empty()) return {};
    std::vector<std::pair<std::string, FindingSummary>> sorted(summary.findings.begin(),
                                                               summary.findings.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second.severity > b.second.severity; });
    std::string text = "\n" + colours.heading("Things to check") + "\n";
    for (const auto& [code, finding] : sorted) {
        text += colours.word(finding.severity) + "  " + code + "  " + std::to_string(finding.count) +
                "\n    " + one_line(shortened(finding.example, 400)) + "\n";
    }
    return text;
}

/// How a frozen build fared.
std::string frozen(const BuildSummary& summary) {
    if (summary.frozen_from.empty()) return {};
    const Answers::Frozen& frozen = summary.frozen;
    std::string text = "\nFrozen: " + counted(frozen.kept, "answer is", "answers are") + " kept from " +
                       summary.frozen_from + "; today's gazetteers would answer " +
                       std::to_string(frozen.otherwise) + " of them otherwise\n";
    if (frozen.fresh_count == 0) return text;
    const std::int64_t more = frozen.fresh_count - static_cast<std::int64_t>(frozen.fresh.size());
    text += counted(frozen.fresh_count, "look-up is new and was made", "look-ups are new and were made") +
            " with today's gazetteers: " + one_line(shortened(joined(frozen.fresh, "; "), 2'000)) +
            (more > 0 ? "; and " + std::to_string(more) + " more" : "") + "\n";
    return text;
}

/// Which build it is, how long it took, what waits for a person.
std::string last_lines(const BuildSummary& summary, double seconds) {
    std::string text = "build " + summary.build_id + ", " + to_text(seconds, 1) + " s\n";
    bool first = true;
    for (const std::string& line :
         {not_mapped_by_reason(summary), to_text(summary.questions), pairs_in_words(summary.pairs)}) {
        if (!line.empty()) text += (first ? "\n" : "") + one_line(line) + "\n";
        first = first && line.empty();
    }
    return text;
}

}  // namespace

std::string headline(const BuildSummary& summary) {
    std::string text = incident_counts(summary.counts.incidents, with_status(summary, Status::resolved),
                                       with_status(summary, Status::coarse), not_on_the_map(summary)) +
                       " (" + counted(summary.reports, "report", "reports") + ")\n";
    if (summary.merged > 0)
        text += counted(summary.merged, "incident was", "incidents were") +
                " told under another id and merged; see reports-merged in findings\n";
    if (summary.is_public)
        text += "an edition to publish: " +
                counted(summary.published_coarser, "incident stands coarser than it is known",
                        "incidents stand coarser than they are known") +
                ", " + std::to_string(summary.not_published) +
                " not published; every file was looked through for what is withheld\n";
    if (summary.left_out_by_filter > 0)
        text += counted(summary.left_out_by_filter, "more incident was", "more incidents were") +
                " left out as asked\n";
    if (summary.date_may_fall_outside > 0) {
        text += counted(summary.date_may_fall_outside, "incident has", "incidents have") +
                " an uncertain date that may fall outside the days asked for; kept and marked\n";
    }
    if (summary.others_in_doubt > 0)
        text += counted(summary.others_in_doubt, "incident", "incidents") +
                " may belong elsewhere too; kept and marked (may-belong-elsewhere)\n";
    return text;
}

std::string not_mapped_text(const BuildSummary& summary, const Colours& colours) {
    return titled("Not on the map", summary.not_mapped, {"incident", "place", "status", "what would mend it"},
                  summary.not_mapped_count, colours);
}

std::string to_text(const BuildSummary& summary, double seconds, const Colours& colours) {
    // Layers that sum up are made for each map of a split.
    std::string text = headline(summary) + "\n" + (summary.split_by.empty() ? layers(summary) : "");
    text += titled("Launch to target (straight lines between reported places, not flight paths)",
                   summary.launches, {"incident", "from", "to", "distance", "bearing"}, summary.launch_count,
                   colours);
    text += not_mapped_text(summary, colours);
    text += findings(summary, colours);
    text += frozen(summary);
    if (!summary.gazetteer_advice.empty()) text += "\n" + summary.gazetteer_advice + "\n";
    if (!summary.split_by.empty()) {
        text += maps_text(summary, colours);
        return text + last_lines(summary, seconds) + failed_maps_text(summary, colours);
    }
    const std::string heading = summary.written.is_current ? "Current, and left as it is"
                                : summary.is_dry_run       ? "Would be written, as " + summary.written.why
                                                           : "Written";
    text += "\n" + colours.heading(heading) + "\n";
    for (const WrittenFile& file : summary.written.files) {
        if (file.format != "qml") text += "  " + file.path + "\n";
    }
    for (const std::string& file : summary.written.removed)
        text += "  removed, as its layer has nothing now: " + file + "\n";
    for (const std::string& table : summary.written.emptied)
        text += "  emptied, as this build has nothing for it: " + table + "\n";
    for (const std::string& obstacle : summary.written.obstacles) text += "  " + one_line(obstacle) + "\n";
    for (const std::string& kept : summary.written.kept)
        text += "  kept, as somebody made or changed it: " + one_line(kept) + "\n";
    if (!summary.written.crs_name.empty())
        text += "  the map of QGIS is drawn in " + summary.written.crs_name + "\n";
    return text + last_lines(summary, seconds);
}

std::int64_t findings_from(const BuildSummary& summary, Severity severity) {
    std::int64_t count = 0;
    for (const auto& [code, finding] : summary.findings) {
        for (std::size_t i = static_cast<std::size_t>(severity); i < finding.by_severity.size(); ++i)
            count += finding.by_severity[i];
    }
    return count;
}

Exit exit_of(const BuildSummary& summary, bool strict, std::optional<Severity> fail_on) {
    if (failed_maps(summary) > 0) return Exit::failed;
    const bool nothing_mapped =
        with_status(summary, Status::resolved) + with_status(summary, Status::coarse) == 0;
    const bool failed = fail_on && findings_from(summary, *fail_on) > 0;
    const bool not_strict =
        strict && (not_on_the_map(summary) > 0 || findings_from(summary, Severity::error) > 0);
    return nothing_mapped || failed || not_strict ? Exit::unfinished : Exit::done;
}

}  // namespace incidentmap
