// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/report_column.hpp"

namespace incidentmap {

/// What other tables part one of our columns into.
enum class ColumnPart {
    year,
    month,
    day,
    end_date,
    position,
    killed_low,
    killed_high,
    injured_low,
    injured_high,
    casualties,          ///< `1 killed, 15 wounded`
    killed_and_injured,  ///< `1/15`
    position_lon_first,
    uncertainty_km,
    uncertainty_miles
};

/// What a header may mean.
struct ColumnName {
    std::variant<ReportColumn, ColumnPart> what;
    int rank = 0;  ///< 1: surely; the greater, the more other columns go before it
};

/// Letters and digits only, lower case, without accents: `Event date`, `event-date` and `EVENT_DATE` are one,
/// and so are headers with a line end or a blank of no width in them. The `(s)` of `Village(s)` is passed
/// over.
std::string plain_header(std::string_view header);

/// Our column of that name, in whatever writing; nothing where there is none.
std::optional<ReportColumn> column_named(std::string_view name);

/// What a header is among the names that people use (tables/column_names.csv), the surest first. Words for a
/// number of people stand before and behind a name too (`No. of deaths`, `Fatalities (total)`). A header of
/// alternatives (`Village / Location`, `town or city`) is what all of them are.
std::vector<ColumnName> names_of(std::string_view header);

/// Which columns have a name that stands within a longer header (`Number Dead`); none where another word says
/// that it is something else (`Date added`).
std::vector<ReportColumn> columns_within(std::string_view header);

/// Whether a longer header counts people who were killed or injured (\p people), or a part of them: `Deaths
/// Civilians`, `Soldiers killed`. Where a table has several, none of them is the count of all.
bool counts_some(std::string_view header, ReportColumn people);

}  // namespace incidentmap
