// SPDX-License-Identifier: MIT
#include "stored/explained.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {

const char* to_string(TakenFrom from) {
    switch (from) {
        case TakenFrom::look_up:
            return "look-up";
        case TakenFrom::coordinates:
            return "coordinates";
        case TakenFrom::decision:
            return "decision";
        default:
            return "nothing";
    }
}

const Location* ExplainedLocality::used() const {
    if (taken_from == TakenFrom::decision && decided) return &*decided;
    return taken_from == TakenFrom::look_up && answer ? &*answer : nullptr;
}

std::string ExplainedReport::source_in_words() const {
    std::vector<std::string> parts;
    if (source) {
        for (const char* column : {"publisher", "published"}) {
            if (std::string part = source->text(column); !part.empty()) parts.push_back(std::move(part));
        }
    }
    return parts.empty() ? "report " + row.text("report_id") : joined(parts, ", ");
}

bool Explanation::has_report(const std::string& id) const {
    return std::any_of(reports.begin(), reports.end(),
                       [&](const ExplainedReport& report) { return report.row.text("report_id") == id; });
}

const StoredRow& Explanation::incident() const {
    static const StoredRow none;
    return places.empty() ? none : places.front().row;
}

std::vector<const StoredRow*> Explanation::decisions() const {
    std::vector<const StoredRow*> all;
    for (const ExplainedReport& report : reports) {
        for (const ExplainedLocality& locality : report.localities) {
            if (!locality.decision) continue;
            const std::string id = locality.decision->text("decision_id");
            const bool known = std::any_of(
                all.begin(), all.end(), [&](const StoredRow* row) { return row->text("decision_id") == id; });
            if (!known) all.push_back(&*locality.decision);
        }
    }
    for (const StoredRow& merge : merges) all.push_back(&merge);
    return all;
}

}  // namespace incidentmap
