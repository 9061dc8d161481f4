// SPDX-License-Identifier: MIT
#include "stored/causes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "locate/answer_record.hpp"
#include "stored/explanation.hpp"

namespace incidentmap {
namespace {

constexpr const char* input = "input";
constexpr const char* decision = "decision";
constexpr const char* gazetteer = "gazetteer";
constexpr const char* program = "program";
constexpr const char* options = "options";
constexpr std::array in_order{input, decision, gazetteer, program, options};

/// A report's own words, with its source's.
std::string content_of(const ExplainedReport& report) {
    std::string content;
    const auto add = [&](const StoredRow& row, const std::string& column) {
        content += column + '\x1F' + row.text(column) + '\x1E';
    };
    for (const std::string& column : own_columns(report.row)) {
        if (!report.row.text(column).empty()) add(report.row, column);
    }
    add(report.row, "source_id");
    if (!report.source) return content;
    for (const std::string& column : report.source->names()) {
        if (column != "report_count" && column != "incident_count") add(*report.source, column);
    }
    return content;
}

std::string content_of(const std::optional<StoredRow>& decision_row) {
    if (!decision_row) return {};
    std::string content;
    for (const char* column :
         {"report_id", "decision", "decided_by", "decided_on", "decided_why", "decided_source"})
        content += decision_row->text(column) + '\x1F';
    return content;
}

/// What of a location reaches the map: not which gazetteer file it came from, nor, where a place was found,
/// which others were set aside.
std::string record_of(const std::optional<Location>& location) {
    if (!location) return {};
    Location told = *location;
    told.gazetteer.clear();
    if (told.has_place()) told.alternatives.clear();
    return to_record(told);
}

const BuildEntry* find(const std::vector<BuildEntry>& entries, const BuildEntry& wanted) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const BuildEntry& entry) {
        return entry.section == wanted.section && entry.name == wanted.name;
    });
    return found == entries.end() ? nullptr : &*found;
}

bool is_told(const BuildEntry& entry) { return entry.section != "count" && entry.section != "build"; }

}  // namespace

Causes::Causes(BuildFile& was, BuildFile& is) : m_was(was), m_is(is) {
    for (BuildFile* file : {&was, &is}) {
        for (const StoredRow& row : file->rows(LayerId::decisions, "role", "same")) {
            const bool is_program = row.text("decided_by").starts_with("incidentmap, --merge-above ");
            for (const std::string& id : split_list(row.text("words"), "|"))
                m_merged[id] = is_program ? options : decision;
        }
    }
    for (const BuildEntry& entry : is.entries()) {
        const BuildEntry* before = find(was.entries(), entry);
        if (is_told(entry) && (before == nullptr || before->value != entry.value))
            m_changes.push_back(
                {entry.section, entry.name, before == nullptr ? "" : before->value, entry.value});
    }
    for (const BuildEntry& entry : was.entries()) {
        if (is_told(entry) && find(is.entries(), entry) == nullptr)
            m_changes.push_back({entry.section, entry.name, entry.value, ""});
    }
    // A file that has another name now, and the same bytes, is no other input.
    const auto is_renamed = [this](const BuildChange& change) {
        return std::any_of(m_changes.begin(), m_changes.end(), [&](const BuildChange& other) {
            return other.section == change.section && other.was == change.is && other.is == change.was;
        });
    };
    for (const BuildChange& change : m_changes) {
        if (change.section == "input")
            m_input = m_input || !(is_decisions(change.name) || is_renamed(change));
        if (change.section == "gazetteer") m_gazetteer = true;
        if (change.section == "program" || change.section == "library") m_program = true;
        // Rings are drawn about incidents and change none.
        if (change.section == "option" && change.name != "rings" && change.name != "around") m_options = true;
    }
}

bool Causes::is_decisions(const std::string& file) {
    return file.ends_with(".decisions.csv") || file.ends_with(".same.csv") ||
           !m_was.rows(LayerId::decisions, "input_file", file).empty() ||
           !m_is.rows(LayerId::decisions, "input_file", file).empty();
}

/// A look-up came to something else. Where both the gazetteers and the program differ, which of the two it
/// was is not known.
void Causes::answered_otherwise(bool other_gazetteers, std::set<std::string>& causes) const {
    if (other_gazetteers) causes.insert(gazetteer);
    if (m_program || !other_gazetteers) causes.insert(program);
}

void Causes::compare_localities(const StoredRow& was, const StoredRow& is, std::set<std::string>& causes) {
    const ExplainedReport before = explained_report(m_was, was);
    const ExplainedReport after = explained_report(m_is, is);
    if (content_of(before) != content_of(after)) causes.insert(input);
    for (const ExplainedLocality& locality : after.localities) {
        const auto same =
            std::find_if(before.localities.begin(), before.localities.end(), [&](const ExplainedLocality& l) {
                return l.column == locality.column && l.words == locality.words &&
                       l.stated_country == locality.stated_country &&
                       l.stated_admin1 == locality.stated_admin1 && l.stated_admin2 == locality.stated_admin2;
            });
        if (same == before.localities.end()) continue;
        if (content_of(same->decision) != content_of(locality.decision)) {
            causes.insert(decision);
        } else if (record_of(same->decided) != record_of(locality.decided)) {
            answered_otherwise(m_gazetteer, causes);
        }
        const bool counts =
            same->taken_from == TakenFrom::look_up || locality.taken_from == TakenFrom::look_up;
        // What other reports of the incident decided differs with them.
        if (counts && same->alone && locality.alone && record_of(same->alone) != record_of(locality.alone))
            answered_otherwise(same->gazetteers != locality.gazetteers, causes);
    }
}

/// A report is of another incident in the other build, or not there: it was merged, or its row differs.
void Causes::went_elsewhere(const StoredRow& report, std::set<std::string>& causes) const {
    const auto merged = m_merged.find(report.text("report_id"));
    causes.insert(merged == m_merged.end() ? input : merged->second);
}

void Causes::compare_reports(const StoredIncident& was, const StoredIncident& is,
                             std::set<std::string>& causes) {
    const auto find_in = [](const std::vector<StoredRow>& rows, const StoredRow& wanted) {
        return std::find_if(rows.begin(), rows.end(), [&](const StoredRow& row) {
            return row.text("report_id") == wanted.text("report_id");
        });
    };
    for (const StoredRow& after : is.reports) {
        const auto before = find_in(was.reports, after);
        if (before == was.reports.end()) {
            went_elsewhere(after, causes);
        } else {
            compare_localities(*before, after, causes);
        }
    }
    for (const StoredRow& before : was.reports) {
        if (find_in(is.reports, before) == is.reports.end()) went_elsewhere(before, causes);
    }
}

/// The incident is in one of the builds only.
void Causes::of_one_side(const StoredIncident& incident, BuildFile& other, std::set<std::string>& causes) {
    for (const StoredRow& report : incident.reports) {
        if (!other.rows(LayerId::reports, "report_id", report.text("report_id")).empty()) {
            went_elsewhere(report, causes);
            return;
        }
    }
    if (m_input) causes.insert(input);
    if (m_options) causes.insert(options);
    if (!m_options || m_input) return;
    // A filter by place keeps or drops what is put elsewhere.
    if (m_gazetteer) causes.insert(gazetteer);
    if (m_program) causes.insert(program);
}

std::vector<std::string> Causes::of(const StoredIncident* was, const StoredIncident* is) {
    std::set<std::string> causes;
    if (was != nullptr && is != nullptr) {
        compare_reports(*was, *is, causes);
    } else {
        of_one_side(was != nullptr ? *was : *is, was != nullptr ? m_is : m_was, causes);
    }
    if (causes.empty()) {
        // All that went into it is the same, so that it was what was done with it.
        if (m_options) causes.insert(options);
        if (m_program) causes.insert(program);
        if (causes.empty() && m_input) causes.insert(input);
        if (causes.empty() && m_gazetteer) causes.insert(gazetteer);
    }
    std::vector<std::string> sorted;
    for (const char* cause : in_order) {
        if (causes.contains(cause)) sorted.emplace_back(cause);
    }
    return sorted;
}

}  // namespace incidentmap
