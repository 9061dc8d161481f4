// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace incidentmap {

/// What a reader knows of the tables that it expects: how a table finds where it begins.
struct HeaderRules {
    /// How many of a row's cells are names of columns that are known; may be left out.
    std::function<std::size_t(const std::vector<std::string>&)> known = {};
    /// The names of the columns, where a first row is one of a table that has no header; may be left out.
    std::function<std::vector<std::string>(const std::vector<std::string>&)> names_for = {};

    /// How far down a header is looked for.
    static constexpr std::size_t rows_looked_at = 30;

    /// Which of the first rows names the columns: the first, unless fewer than two of its names are known and
    /// a later one has more. An index.
    std::size_t header_among(const std::vector<std::vector<std::string>>& rows) const;

    /// The names of the columns where the row below the header names them too, as under `Casualties` stand
    /// `Killed` and `Injured`: the lower name where it is known, else both. Empty where \p below is no
    /// header: it has fewer than two names that are known, or most of its cells are none, or one has a digit.
    std::vector<std::string> names_of_two_rows(const std::vector<std::string>& header,
                                               const std::vector<std::string>& below) const;
};

/// `rows 1 and 2 name the columns`, for people.
std::string rows_name_columns(std::int64_t upper, std::int64_t lower);

}  // namespace incidentmap
