// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/hash.hpp"
#include "locate/question.hpp"

namespace incidentmap {

/// What a build leaves to a person.
struct OpenQuestions {
    std::int64_t count = 0;
    std::string file;                ///< where they stand; empty where nowhere
    std::vector<std::int64_t> rows;  ///< of that file, ascending
    bool rows_are_lines = true;      ///< false where a cell of the file has a line end in it
    std::string problem;             ///< why they could not be written; empty where they were
};

/// Where the decisions of a build stand: `NAME.decisions.csv` beside the first input that is a file, or as
/// asked. Nothing for standard input alone. \throws UsageError where \p asked is no CSV
std::optional<std::filesystem::path> decisions_path(const std::vector<std::string>& inputs,
                                                    const std::string& asked);

/// Collects what a build was unsure of, each words and column once, in the order in which they came. The
/// first 2,000 are asked: nobody decides more at a sitting, and those that come after them are asked when
/// these are decided.
class QuestionList {
  public:
    void add(const std::vector<Question>& questions);

    /// Adds to the table what it does not hold yet. A table that cannot be written is told, not thrown.
    /// \param table null: there is none \param may_add false: the table stays as it is
    OpenQuestions write_to(DecisionTable* table, bool may_add) const;

  private:
    std::set<Hash128> m_known;
    std::vector<DecisionRow> m_rows;
};

/// `7 places wait for your review: incidents.decisions.csv, lines 3–9`; empty where there is none.
std::string to_text(const OpenQuestions& questions);

/// The same for other questions. \param text how many there are of what \param how_to_keep what is said where
/// no table keeps them
std::string in_words(const OpenQuestions& questions, const std::string& text, const std::string& how_to_keep);

}  // namespace incidentmap
