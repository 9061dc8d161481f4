// SPDX-License-Identifier: MIT
#include "gazetteer/sounding_names.hpp"

#include <algorithm>
#include <utility>

#include "gazetteer/look.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"

namespace incidentmap {
namespace {

// Each takes some 200 bytes, and twice as many may be kept.
constexpr std::size_t most_kept = 15'000;
constexpr std::size_t most_of_one_key = 2'000;

/// What the normal forms of one place are numbered by.
class FormNumbers {
  public:
    std::size_t number_of(std::int64_t place, std::string_view normal) {
        if (m_forms.empty() || place != m_place) m_forms.clear();
        m_place = place;
        const auto known = std::find(m_forms.begin(), m_forms.end(), normal);
        const auto number = static_cast<std::size_t>(known - m_forms.begin());
        if (known == m_forms.end()) m_forms.emplace_back(normal);
        return number;
    }

  private:
    std::int64_t m_place = 0;
    std::vector<std::string> m_forms;
};

}  // namespace

SoundingNames::SoundingNames(Database& database)
    : m_names(database.prepare("SELECT coalesce(normal, lower(text)), place, fid, text FROM names "
                               "WHERE skeleton = ?1 ORDER BY place, fid")) {}

const SoundingNames::Names* SoundingNames::find(const std::string& phonetic_key) {
    if (const auto kept = m_kept.find(phonetic_key); kept != m_kept.end()) return &kept->second;
    const auto before = m_kept_before.find(phonetic_key);
    if (before == m_kept_before.end()) return nullptr;
    m_size += before->second.size();
    return &m_kept.emplace(phonetic_key, std::move(before->second)).first->second;
}

void SoundingNames::keep(const std::string& phonetic_key, Names names) {
    if (m_size >= most_kept) {
        m_kept_before = std::exchange(m_kept, {});
        m_size = 0;
    }
    names.shrink_to_fit();
    m_size += names.size() + 1;
    m_kept[phonetic_key] = std::move(names);
}

void SoundingNames::for_each(const std::string& phonetic_key, const Visit& visit) {
    if (const Names* kept = find(phonetic_key)) {
        for (const SoundingName& name : *kept) visit(name);
        return;
    }
    Names names;
    FormNumbers forms;
    std::size_t count = 0;
    for (Look look(m_names, phonetic_key); look.step(); ++count) {
        const std::int64_t place = m_names.integer(1);
        SoundingName name{place, m_names.integer(2), forms.number_of(place, m_names.text(0)),
                          ComparedName(compared_form(m_names.text(3)))};
        visit(name);
        if (count < most_of_one_key) names.push_back(std::move(name));
    }
    if (count <= most_of_one_key) keep(phonetic_key, std::move(names));
}

}  // namespace incidentmap
