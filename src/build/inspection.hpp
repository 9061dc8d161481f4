// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/reporter.hpp"
#include "gazetteer/gazetteer.hpp"
#include "report/column_use.hpp"
#include "report/reader.hpp"

namespace incidentmap {

struct InspectionRequest {
    std::string input;
    InputOptions input_options;
    ReadOptions read;
    /// Opens the gazetteers, once the table is read; leave empty to look up no place.
    std::function<std::vector<Gazetteer>()> gazetteers;
};

/// How one column of an input is read.
struct InspectedColumn {
    std::string name;
    std::string read_as;  ///< `place`, `event_date with Month and Day`; empty where it is carried through
    std::vector<std::string> values;  ///< three at most that differ
    std::int64_t filled = 0;
    std::optional<LikelyUse> use;  ///< of one that is not recognised
};

/// What of the cells could not be read, counted by its code.
struct UnreadCells {
    std::string code;
    std::int64_t count = 0;
    std::string example;  ///< the sentence of the first
    std::int64_t row = 0;
};

/// How a table is read, before a map is made of it.
struct Inspection {
    std::string file;                ///< its name without the folder
    std::vector<std::string> notes;  ///< sentences: which published table it is, its encoding, its sheets …
    std::vector<std::string> sheets;  ///< of a file that may have several, all of them
    std::vector<InspectedColumn> columns;
    bool says_where =
        true;  ///< false: no column is read as the place or the position, and nothing can be built
    std::int64_t reports = 0;
    std::int64_t dated = 0;
    std::optional<Day> first_day;
    std::optional<Day> last_day;
    std::int64_t with_position = 0;
    std::vector<UnreadCells> unread;

    std::int64_t places = 0;                  ///< different places named by rows without a position
    std::int64_t places_looked_up = 0;        ///< the first of them
    std::array<std::int64_t, 4> by_status{};  ///< of those looked up, by Status
    std::vector<std::string> in_doubt;        ///< some that are not on the map
    std::optional<std::string>
        country_of_most;               ///< ISO code, where no column says the country and most are in one
    bool all_in_one_country = false;   ///< none that was found lies elsewhere
    std::vector<std::string> command;  ///< the words of the command that builds it
};

/// Reads the whole table once, and looks up its first 2,000 different places. \throws Error, UsageError as
/// ReportReader does, save that a table without a column for the place is none
Inspection inspect(const InspectionRequest& request, Reporter& reporter);

}  // namespace incidentmap
