// SPDX-License-Identifier: MIT
#include "locate/answer_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <deque>
#include <span>
#include <utility>
#include <vector>

namespace incidentmap {
namespace {

using Parts = std::vector<std::string>;

constexpr std::string_view first_line = "location 1";
constexpr double longest_m = 20'100'000;  ///< more than half round the Earth

constexpr std::array<std::pair<std::string_view, std::string Location::*>, 11> texts{{
    {"query", &Location::query},
    {"name", &Location::name},
    {"place_id", &Location::place_id},
    {"anchor_id", &Location::anchor_id},
    {"kind", &Location::kind},
    {"country", &Location::country},
    {"admin1", &Location::admin1},
    {"admin2", &Location::admin2},
    {"gazetteer", &Location::gazetteer},
    {"mend", &Location::remedy},
    {"place_source", &Location::place_source},
}};

constexpr std::array<std::pair<std::string_view, double Location::*>, 3> numbers{{
    {"uncertainty_m", &Location::uncertainty_m},
    {"extent_m", &Location::extent_m},
    {"accuracy_m", &Location::accuracy_m},
}};

/// In the fewest digits that give the same number again.
std::string exact(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc{} ? std::string(buffer.data(), end) : "0";
}

double number(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void append_line(std::string& out, std::string_view name, std::span<const std::string> parts) {
    out += name;
    for (const std::string& part : parts) {
        out += '\t';
        for (char c : part) {
            if (c == '\\') {
                out += "\\\\";
            } else if (c == '\t') {
                out += "\\t";
            } else if (c == '\n') {
                out += "\\n";
            } else {
                out += c;
            }
        }
    }
    out += '\n';
}

Parts parts_of(std::string_view line) {
    Parts parts(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\t') {
            parts.emplace_back();
        } else if (line[i] == '\\' && i + 1 < line.size()) {
            const char c = line[++i];
            parts.back() += c == 't' ? '\t' : (c == 'n' ? '\n' : c);
        } else {
            parts.back() += line[i];
        }
    }
    return parts;
}

std::string text_of_area(const MultiPolygon& area) {
    std::string text;
    const auto append_ring = [&](std::string_view name, const Ring& ring) {
        Parts positions;
        for (LonLat position : ring) {
            positions.push_back(exact(position.lon));
            positions.push_back(exact(position.lat));
        }
        append_line(text, name, positions);
    };
    append_line(text, "area", {});
    for (const Polygon& polygon : area.polygons) {
        append_ring("outer", polygon.outer);
        for (const Ring& hole : polygon.holes) append_ring("hole", hole);
    }
    return text;
}

/// The texts of the areas that were written last: of thousands of villages in no gazetteer no more may be
/// known than their province, and to write its outline costs more than to find it.
const std::string& kept_text_of(const MultiPolygon& area) {
    constexpr std::size_t most_kept = 32;
    thread_local std::deque<std::pair<MultiPolygon, std::string>> kept;
    const auto found =
        std::find_if(kept.begin(), kept.end(), [&](const auto& one) { return one.first == area; });
    if (found != kept.end()) return found->second;
    if (kept.size() == most_kept) kept.pop_front();
    return kept.emplace_back(area, text_of_area(area)).second;
}

void append_footprint(std::string& out, const Footprint& footprint) {
    if (const auto* circle = std::get_if<Circle>(&footprint)) {
        append_line(out, "circle",
                    Parts{exact(circle->centre.lon), exact(circle->centre.lat), exact(circle->radius_m)});
    } else if (const auto* sector = std::get_if<Sector>(&footprint)) {
        append_line(out, "sector",
                    Parts{exact(sector->centre.lon), exact(sector->centre.lat), exact(sector->inner_m),
                          exact(sector->outer_m), exact(sector->start_deg), exact(sector->sweep_deg)});
    } else {
        out += kept_text_of(std::get<MultiPolygon>(footprint));
    }
}

Ring ring_of(const Parts& parts) {
    Ring ring;
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2)
        ring.push_back({number(parts[i]), number(parts[i + 1])});
    return ring;
}

Match match_of(const Parts& parts) {
    Match match;
    constexpr std::array<std::string Match::*, 6> members{&Match::name,    &Match::place_id, &Match::kind,
                                                          &Match::country, &Match::admin1,   &Match::admin2};
    for (std::size_t i = 0; i < members.size(); ++i) match.*members[i] = parts[i + 1];
    match.point = {number(parts[7]), number(parts[8])};
    match.score = number(parts[9]);
    match.reasons = parts[10];
    return match;
}

template <typename Word>
std::optional<Word> word_of(std::string_view text, Word last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (text == to_string(static_cast<Word>(i))) return static_cast<Word>(i);
    }
    return std::nullopt;
}

/// A code of one digit.
std::optional<int> code_of(std::string_view text) {
    if (text.size() != 1 || text.front() < '0' || text.front() > '9') return std::nullopt;
    return text.front() - '0';
}

/// False where the line is not understood.
bool take(Location& location, const Parts& parts) {
    const std::string& name = parts.front();
    const auto has = [&](std::size_t count) { return parts.size() == count + 1; };
    for (const auto& [known, member] : texts) {
        if (name == known && has(1)) return location.*member = parts[1], true;
    }
    for (const auto& [known, member] : numbers) {
        if (name == known && has(1)) return location.*member = number(parts[1]), true;
    }
    if (name == "status" && has(1)) {
        const auto status = word_of(parts[1], Status::unresolved);
        location.status = status.value_or(Status::unresolved);
        return status.has_value();
    }
    if (name == "method" && has(1)) {
        const auto method = word_of(parts[1], Method::decision);
        location.method = method.value_or(Method::none);
        return method.has_value();
    }
    if (name == "likely" && has(2)) return location.likely = {number(parts[1]), number(parts[2])}, true;
    if (name == "score" && has(1)) return location.score = number(parts[1]), true;
    if (name == "precision" && has(2)) {
        const auto geo_precision = code_of(parts[1]);
        const auto where_prec = code_of(parts[2]);
        location.geo_precision = geo_precision.value_or(0);
        location.where_prec = where_prec.value_or(0);
        return geo_precision.has_value() && where_prec.has_value();
    }
    if (name == "more" && has(1)) {
        const char* const end = parts[1].data() + parts[1].size();
        const auto [read, error] = std::from_chars(parts[1].data(), end, location.more_alternatives);
        return error == std::errc{} && read == end;
    }
    if (name == "because" && has(1)) return location.reasons.push_back(parts[1]), true;
    if (name == "conflict" && has(1)) return location.conflicts.push_back(parts[1]), true;
    if (name == "alternative" && has(10)) return location.alternatives.push_back(match_of(parts)), true;
    if (name == "circle" && has(3)) {
        location.footprint = Circle{{number(parts[1]), number(parts[2])}, number(parts[3])};
        return true;
    }
    if (name == "sector" && has(6)) {
        location.footprint = Sector{{number(parts[1]), number(parts[2])},
                                    number(parts[3]),
                                    number(parts[4]),
                                    number(parts[5]),
                                    number(parts[6])};
        return true;
    }
    if (name == "area" && has(0)) return location.footprint = MultiPolygon{}, true;
    auto* area = std::get_if<MultiPolygon>(&location.footprint);
    if (name == "outer" && area != nullptr) return area->polygons.push_back({ring_of(parts), {}}), true;
    if (name == "hole" && area != nullptr && !area->polygons.empty())
        return area->polygons.back().holes.push_back(ring_of(parts)), true;
    return false;
}

bool is_length(double metres) { return metres >= 0 && metres <= longest_m; }

bool is_sound(const Ring& ring) {
    return std::all_of(ring.begin(), ring.end(), [](LonLat position) { return is_valid(position); });
}

/// Whether positions are on the Earth and lengths fit on it: the text may come from anywhere.
bool is_sound(const Location& location) {
    if (!is_valid(location.likely) || !is_length(location.uncertainty_m)) return false;
    if (const auto* circle = std::get_if<Circle>(&location.footprint))
        return is_valid(circle->centre) && is_length(circle->radius_m);
    if (const auto* sector = std::get_if<Sector>(&location.footprint)) {
        return is_valid(sector->centre) && is_length(sector->inner_m) && is_length(sector->outer_m) &&
               sector->inner_m <= sector->outer_m && std::abs(sector->start_deg) <= 360 &&
               sector->sweep_deg >= 0 && sector->sweep_deg <= 360;
    }
    const auto& polygons = std::get<MultiPolygon>(location.footprint).polygons;
    return std::all_of(polygons.begin(), polygons.end(), [](const Polygon& polygon) {
        return is_sound(polygon.outer) && std::all_of(polygon.holes.begin(), polygon.holes.end(),
                                                      [](const Ring& hole) { return is_sound(hole); });
    });
}

}  // namespace

std::string to_record(const Location& location) {
    std::string out = std::string(first_line) + "\n";
    append_line(out, "status", Parts{to_string(location.status)});
    for (const auto& [name, member] : texts) {
        if (!(location.*member).empty()) append_line(out, name, Parts{location.*member});
    }
    for (const std::string& sentence : location.reasons) append_line(out, "because", Parts{sentence});
    for (const std::string& sentence : location.conflicts) append_line(out, "conflict", Parts{sentence});
    for (const Match& match : location.alternatives) {
        append_line(out, "alternative",
                    Parts{match.name, match.place_id, match.kind, match.country, match.admin1, match.admin2,
                          exact(match.point.lon), exact(match.point.lat), exact(match.score), match.reasons});
    }
    if (location.more_alternatives > 0)
        append_line(out, "more", Parts{std::to_string(location.more_alternatives)});
    if (!location.has_place()) return out;
    append_line(out, "method", Parts{to_string(location.method)});
    append_line(out, "likely", Parts{exact(location.likely.lon), exact(location.likely.lat)});
    for (const auto& [name, member] : numbers) append_line(out, name, Parts{exact(location.*member)});
    append_line(out, "precision",
                Parts{std::to_string(location.geo_precision), std::to_string(location.where_prec)});
    if (location.score) append_line(out, "score", Parts{exact(*location.score)});
    append_footprint(out, location.footprint);
    return out;
}

std::optional<Location> from_record(std::string_view record) {
    Location location;
    bool first = true;
    while (!record.empty()) {
        const auto end = std::min(record.find('\n'), record.size());
        const std::string_view line = record.substr(0, end);
        record.remove_prefix(std::min(end + 1, record.size()));
        if (first ? line != first_line : !take(location, parts_of(line))) return std::nullopt;
        first = false;
    }
    if (first || !is_sound(location)) return std::nullopt;
    return location;
}

}  // namespace incidentmap
