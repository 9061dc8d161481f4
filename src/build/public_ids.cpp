// SPDX-License-Identifier: MIT
#include "build/public_ids.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "gazetteer/country.hpp"

namespace incidentmap {

namespace {

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalpha(byte) != 0;
}

/// What is behind the code of a country and before digits, as ACLED's ids have it; all of another id.
std::string_view without_country(std::string_view id) {
    constexpr std::size_t letters = 3;
    const bool is_code = id.size() > letters && std::isdigit(static_cast<unsigned char>(id[letters])) != 0 &&
                         !country_code(id.substr(0, letters)).empty();
    return is_code ? id.substr(letters) : id;
}

}  // namespace

bool may_hold_words(std::string_view id) {
    const std::string_view rest = without_country(id);
    return std::adjacent_find(rest.begin(), rest.end(),
                              [](char a, char b) { return is_letter(a) && is_letter(b); }) != rest.end();
}

const std::string& PublicIds::of(const std::string& id) {
    return may_hold_words(id) && !m_given.contains(id) ? new_for(id) : id;
}

const std::string& PublicIds::new_for(const std::string& id) {
    const auto [found, is_new] = m_ids.try_emplace(id);
    if (is_new) found->second = *m_given.insert(m_kind + "-p" + std::to_string(m_given.size() + 1)).first;
    return found->second;
}

const std::string& PublicIds::known(const std::string& id) const {
    const auto found = m_ids.find(id);
    return found == m_ids.end() ? id : found->second;
}

}  // namespace incidentmap
