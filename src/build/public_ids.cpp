// SPDX-License-Identifier: MIT
#include "build/public_ids.hpp"

#include <cctype>

#include "core/text.hpp"

namespace incidentmap {

bool may_hold_words(std::string_view id) {
    constexpr int most_letters = 3;
    int letters = 0;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        letters = byte >= 0x80 || std::isalpha(byte) != 0 ? letters + 1 : 0;
        if (letters > most_letters) return true;
    }
    return false;
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
