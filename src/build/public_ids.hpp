// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace incidentmap {

/// Ids for a public edition. Many tables make ids of words (`taji-2020-07-27`); an id that may hold words
/// becomes a number, in the order in which ids are first met, so that the same table has the same ids.
class PublicIds {
  public:
    /// \param kind `incident`: what new ids begin with
    explicit PublicIds(std::string kind) : m_kind{std::move(kind)} {}

    /// The id itself where it holds no words (`IRQ1234`); else a new one, always the same for the same id.
    const std::string& of(const std::string& id);
    /// The new one, whatever the id is.
    const std::string& new_for(const std::string& id);
    /// What the id was made into already; itself where it was not.
    const std::string& known(const std::string& id) const;

  private:
    std::string m_kind;
    std::unordered_map<std::string, std::string> m_ids;
    std::unordered_set<std::string> m_given;
};

/// Whether an id may hold words: two letters in a row, of any script, as names may be that short (Gao, Bo).
/// The code of a country before digits is none (`IRQ1234`).
bool may_hold_words(std::string_view id);

}  // namespace incidentmap
