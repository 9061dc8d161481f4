// SPDX-License-Identifier: MIT
/// Words that tell two parts of one village or quarter apart: `Sharqi`, `Eastern`, `al-Kabirah`, `First`,
/// `علیا`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {

/// One row of the table: words of several languages that say the same. The rule is that they are one word:
/// names whose qualifiers say the same may be one name, names whose qualifiers differ, or of which one has
/// none, never are.
struct QualifierRow {
    std::string_view meaning;  ///< in English
    std::string_view
        mark;  ///< what stands for it in a phonetic key: two capitals, two letters apart from any other
    std::string_view words;  ///< in normal form, without articles, parted by `, `
};

std::span<const QualifierRow> qualifier_table();

/// The row of a word (its normal form, without its article); nothing for a word that is none.
const QualifierRow* qualifier(std::string_view normal);

/// One character of no script that stands for a row where letters are compared: from U+E000 on, by the
/// table's order.
std::string qualifier_sign(const QualifierRow& row);

/// The words of a name in the order in which names are compared: its own first, then the qualifiers by the
/// order of the table, because English puts them before (`Western Ghariyah`) and Arabic behind (`Ghāriyah al
/// Gharbīyah`). A name that consists of qualifiers only has none.
struct QualifiedWords {
    std::vector<Word> own;
    std::vector<const QualifierRow*> qualifiers;
};

/// \param words a name's words without kind words and articles
QualifiedWords set_qualifiers_aside(std::vector<Word> words);

}  // namespace incidentmap
