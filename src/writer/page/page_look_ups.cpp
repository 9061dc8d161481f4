// SPDX-License-Identifier: MIT
#include "writer/page/page_look_ups.hpp"

#include "core/json_object.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"
#include "locate/answer_record.hpp"
#include "locate/answers.hpp"
#include "locate/match_json.hpp"
#include "locate/query.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_alternatives = 20;

void append_answer(std::string& out, const Location& location) {
    JsonObject object(out);
    object.text("status", to_string(location.status));
    object.text("name", location.name);
    object.text("because", reasons_text(location));
    object.text("mend", location.remedy);
    std::vector<Match> shown = location.alternatives;
    if (shown.size() > most_alternatives) shown.resize(most_alternatives);
    append_array(object.member("alternatives"), shown, append_match);
    object.end();
}

}  // namespace

const std::string& PageLookUps::answer(const std::string& id) {
    constexpr std::size_t most_known = 4'096;
    if (m_known.size() > most_known) m_known.clear();
    const auto [known, is_new] = m_known.emplace(id, "");
    if (is_new) {
        for (const StoredRow& row : m_build.rows(LayerId::answers, "answer_id", id)) {
            if (const auto location = from_record(row.text("record")))
                append_answer(known->second, *location);
        }
    }
    return known->second;
}

void PageLookUps::add(const StoredRow& report) {
    // Where only the report's own words are given, they were looked up.
    const auto looked_up = [&](std::string_view column, std::string_view words) {
        const std::string localities = report.text(column);
        return split_list(localities.empty() ? report.text(words) : localities, "|");
    };
    for (const std::string& words : looked_up("place", "place_words"))
        add(report, "place", words, report.text("country"), report.text("admin1"), report.text("admin2"));
    for (const std::string& words : looked_up("launch_place", "launch_words"))
        add(report, "launch_place", words, report.text("launch_country"), report.text("launch_admin1"), {});
}

void PageLookUps::add(const StoredRow& report, const char* role, std::string_view words,
                      std::string_view country, std::string_view admin1, std::string_view admin2) {
    const std::string id = answer_id(
        query_of_report(std::string(words), std::string(country), std::string(admin1), std::string(admin2)));
    const std::string& text = answer(id);
    if (text.empty()) return;
    if (m_met.insert(id).second) {
        if (!m_answers.empty()) m_answers += ',';
        append_json(m_answers, id);
        m_answers += ':';
        m_answers += text;
    }
    m_of_incident.push_back({report.text("report_id"), role, std::string(words), id});
}

void PageLookUps::append(std::string& out) const {
    append_array(out, m_of_incident, [](std::string& to, const LookUp& look_up) {
        JsonObject object(to);
        object.text("report", look_up.report_id);
        object.text("role", look_up.role);
        object.text("words", look_up.words);
        object.text("answer", look_up.answer);
        object.end();
    });
}

std::string PageLookUps::take() {
    std::string answers = std::move(m_answers);
    m_answers.clear();
    m_met.clear();
    return answers;
}

}  // namespace incidentmap
