// SPDX-License-Identifier: MIT
#include "locate/question.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/hex.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_words = 1'000;
constexpr std::size_t longest_answer = 600;
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_candidates = 20;

/// Letters that part candidates and ids, in a form that parts nothing.
std::string as_name(std::string_view text) {
    std::string out = shortened(in_one_line(text), longest_name);
    for (char& c : out) {
        if (c == '[') c = '(';
        if (c == ']') c = ')';
        if (c == '|') c = '/';
    }
    return out;
}

bool is_coded(char c) {
    return c == '%' || c == '[' || c == ']' || c == '|' || static_cast<unsigned char>(c) <= ' ';
}

/// An id with the letters that would end it as `%5D`.
std::string coded(std::string_view id) {
    std::string out;
    for (const char c : id) out += is_coded(c) ? percent_code(c) : std::string{c};
    return out;
}

std::string decoded(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool is_code = id[i] == '%' && i + 2 < id.size();
        const auto high = is_code ? digits.find(id[i + 1]) : std::string_view::npos;
        const auto low = is_code ? digits.find(id[i + 2]) : std::string_view::npos;
        if (high == std::string_view::npos || low == std::string_view::npos) {
            out += id[i];
            continue;
        }
        out += static_cast<char>(high << 4 | low);
        i += 2;
    }
    return out;
}

std::string in_words(const Match& match) {
    std::vector<std::string> parts;
    for (const std::string& part :
         {match.name, match.kind, match.admin1 == match.name ? std::string{} : match.admin1,
          match.kind == "country" ? std::string{} : country_name(match.country)}) {
        if (!part.empty()) parts.push_back(as_name(part));
    }
    parts.push_back(to_text(match.point.lat, 5));
    parts.push_back(to_text(match.point.lon, 5));
    return joined(parts, ", ") + " [" + coded(match.place_id) + "]";
}

std::vector<Match> candidates_of(const Location& location) {
    std::vector<Match> candidates;
    if (location.has_place()) {
        candidates.push_back({location.name,
                              location.place_id,
                              location.kind,
                              location.country,
                              location.admin1,
                              location.admin2,
                              location.likely,
                              location.score.value_or(0),
                              {}});
    }
    for (const Match& match : location.alternatives) {
        if (!match.place_id.empty()) candidates.push_back(match);
    }
    if (candidates.size() > most_candidates) candidates.resize(most_candidates);
    return candidates;
}

std::string answer_in_words(const Location& location) {
    std::string text = to_string(location.status);
    if (location.has_place()) text += ", score " + to_text(location.score.value_or(0), 2);
    return text + ": " + shortened(in_one_line(reasons_text(location)), longest_answer);
}

/// A candidate without its number; empty where it has another one.
std::string_view numbered(std::string_view candidate, std::string_view number) {
    candidate = trimmed(candidate);
    if (!candidate.starts_with(number)) return {};
    candidate.remove_prefix(number.size());
    return candidate.starts_with(':') ? candidate : std::string_view{};
}

}  // namespace

const char* to_string(PlaceColumn column) { return column == PlaceColumn::place ? "place" : "launch_place"; }

std::optional<PlaceColumn> place_column(std::string_view name) {
    const std::string word = lower_ascii(trimmed(name));
    for (PlaceColumn column : {PlaceColumn::place, PlaceColumn::launch_place}) {
        if (word == to_string(column)) return column;
    }
    return std::nullopt;
}

bool needs_a_person(const Location& location) {
    if (!location.decided_by.empty() || location.query.empty() || location.query.size() > longest_words)
        return false;
    if (!location.has_place()) return !candidates_of(location).empty();
    // No closer than the area that is stated: one of the places that were not sure enough may be meant.
    if (!location.remedy.empty()) return !location.alternatives.empty();
    return location.score && *location.score < low_score;
}

DecisionRow row_of(const Question& question) {
    DecisionRow row;
    row.words = in_one_line(question.location->query);
    row.column = to_string(question.column);
    row.answer = answer_in_words(*question.location);
    std::vector<std::string> candidates;
    for (const Match& match : candidates_of(*question.location)) {
        candidates.push_back(std::to_string(candidates.size() + 1) + ": " + in_words(match));
    }
    row.candidates = joined(candidates, " | ");
    return row;
}

std::optional<std::string> candidate_id(std::string_view candidates, std::string_view number) {
    for (const std::string& candidate : split_list(candidates, "|")) {
        const std::string_view rest = numbered(candidate, number);
        const auto open = rest.rfind('[');
        if (open == std::string_view::npos || !rest.ends_with(']')) continue;
        return decoded(rest.substr(open + 1, rest.size() - open - 2));
    }
    return std::nullopt;
}

std::size_t candidate_count(std::string_view candidates) {
    std::size_t count = 0;
    while (candidate_id(candidates, std::to_string(count + 1))) ++count;
    return count;
}

}  // namespace incidentmap
