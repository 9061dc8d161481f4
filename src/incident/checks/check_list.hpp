// SPDX-License-Identifier: MIT
/// Everything that a finding can be about, in one table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"

namespace incidentmap {

/// What a check looks at. Findings of gazetteers come from `gazetteer import` and `gazetteer check` only.
enum class CheckOf { table, report, source, place, position, stated, time, range, decision, gazetteer };

/// `Tables`, `Reports`, `Positions in numbers` …: the headings under which people find the checks.
std::string_view title_of(CheckOf of);

/// A check, by the code of what it finds.
struct Check {
    std::string_view code;
    Severity severity;  ///< of what it finds; where the case is mild, a note instead
    CheckOf of;
    std::string_view title;  ///< for people, in a few words
    std::string_view says;   ///< when it is found: a clause without a full stop, in Markdown
};

/// All checks, those of one thing together. docs/checks.md says the same, with an example of each.
std::span<const Check> all_checks();

/// The check of that code; null where there is none.
const Check* find_check(std::string_view code);

/// The codes of findings to leave out, of lists with commas between. \throws UsageError where one is no
/// code of a build's findings: the message has those most like it
std::vector<std::string> read_codes(std::span<const std::string> lists);

}  // namespace incidentmap
