// SPDX-License-Identifier: MIT
// Several places in one locality: parts between commas of which none lies in another.
#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "locate/locality.hpp"
#include "locate/resolver.hpp"
#include "locate/sure_name.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_parts = 12;
constexpr std::string_view arabic_and = " و";  ///< written together with what follows

/// What stands behind and holds all the others: said of each of them, and taken away from the list.
std::string take_larger(std::vector<std::string>& parts, std::vector<Location>& found) {
    std::string behind;
    while (parts.size() > 1) {
        const Location& last = found.back();
        const bool holds_all =
            last.has_place() && std::all_of(found.begin(), found.end() - 1,
                                            [&](const Location& place) { return lies_in(place, last); });
        if (!holds_all && countries_named(parts.back()).empty()) break;
        behind = ", " + parts.back() + behind;
        parts.pop_back();
        found.pop_back();
    }
    return behind;
}

}  // namespace

std::vector<std::string> Resolver::listed(const Query& query) {
    const auto has = [&](std::string_view sign) { return query.words.find(sign) != std::string::npos; };
    if (!has(",") && !has("،") && !has(arabic_and)) return {query.words};
    if (resolve(query).status == Status::resolved) return {query.words};
    const std::string key = key_of(query);
    if (const auto known = m_listed.find(key); known != m_listed.end()) return known->second;
    return m_listed.emplace(key, look_up_list(query)).first->second;
}

std::vector<std::string> Resolver::look_up_list(const Query& query) {
    Locality locality = parse_locality(query.words);
    std::vector<std::string> parts = std::move(locality.parents);
    if (parts.empty()) {
        parts = split_list(locality.name, arabic_and);
        locality.name = std::move(parts.front());
        parts.erase(parts.begin());
    }
    if (parts.empty() || parts.size() >= most_parts || !locality.bracketed.empty()) return {query.words};
    Query part = query;
    part.for_map = false;
    if (look_up(part).status != Status::unresolved) return {query.words};
    std::string country;
    if (trimmed(part.country).empty() && countries_named(parts.back()).size() == 1) {
        part.country = parts.back();
        country = ", " + parts.back();
        parts.pop_back();
    }
    parts.insert(parts.begin(), std::move(locality.name));
    std::vector<Location> found;
    std::vector<Companion> company;
    for (const std::string& words : parts) {
        part.words = words;
        found.push_back(look_up(part));
        if (is_surely_named(found.back()))
            company.push_back({found.back().name, found.back().likely, true, found.back().country});
    }
    part.company = std::move(company);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        part.words = parts[i];
        if (found[i].status == Status::ambiguous) found[i] = look_up(part);
    }
    const std::string behind = take_larger(parts, found) + country;
    if (parts.size() < 2 || !std::all_of(found.begin(), found.end(), is_surely_named)) return {query.words};
    for (std::string& words : parts) words += behind;
    return parts;
}

}  // namespace incidentmap
