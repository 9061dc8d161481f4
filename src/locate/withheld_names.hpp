// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace incidentmap {

/// Names that must not stand in what is published, in any case, with or without marks, and without their
/// generic words (`Camp Taji`: `taji` too).
class WithheldNames {
  public:
    /// What is parted by commas, bars, semicolons or brackets is a name each, and so is what follows `of` or
    /// `near`. Words that mostly mean something else, directions, and numbers are none.
    void add(std::string_view name);

    /// What is published anyway: it is not found, though another place of that name is withheld.
    void allow(std::string_view name);

    /// The first of the names in a text, in normal form; empty where there is none. What a web address has in
    /// hexadecimal is read. A name of one word of up to four Latin letters is none where the text has it in
    /// small letters. \param skips_single_words names of one Latin word are not looked for: for texts of the
    /// program, where any word may stand
    std::string found_in(std::string_view text, bool skips_single_words = false) const;

    /// Whether a text that somebody wrote about these very places may say where they are: by a name, a word
    /// of a name, a name written together, or what sounds like one.
    bool may_tell(std::string_view text) const;

    bool empty() const { return m_names.empty(); }
    void clear();

  private:
    using Phrase = std::vector<std::string>;  ///< normal forms of words
    void insert(const Phrase& words);

    std::unordered_map<std::string, std::vector<Phrase>> m_names;  ///< by their first word
    std::unordered_set<std::string> m_known;
    std::unordered_set<std::string> m_allowed;
    std::set<std::string> m_words;     ///< of names, that tell by themselves
    std::set<std::string> m_together;  ///< names without spaces
    std::set<std::string> m_sounds;
    std::set<std::string> m_allowed_sounds;
};

}  // namespace incidentmap
