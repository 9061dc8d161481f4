// SPDX-License-Identifier: MIT
#include "report/columns.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "report/column_names.hpp"

namespace incidentmap {
namespace {

std::string listed(const std::vector<std::string>& columns) {
    return columns.empty() ? "none" : "'" + joined(columns, "', '") + "'";
}

bool has(const ColumnMap& map, ReportColumn column) { return map.index_of(column).has_value(); }

void apply_asked(ColumnMap& map, const std::string& file, const std::map<std::string, std::string>& asked) {
    for (const auto& [ours, theirs] : asked) {
        const auto column = column_named(ours);
        if (!column)
            throw UsageError{"--map " + ours + "=" + theirs + ": there is no column '" + ours +
                             "' in a report table"};
        const auto found = std::find_if(map.input.begin(), map.input.end(),
                                        [&, wanted = plain_header(theirs)](const std::string& name) {
                                            return plain_header(name) == wanted;
                                        });
        if (found == map.input.end()) {
            throw UsageError{"--map " + ours + "=" + theirs + ": " + file + " has no column '" + theirs +
                             "'; it has " + listed(map.input)};
        }
        map.read_as[static_cast<std::size_t>(found - map.input.begin())] = column;
    }
}

/// Finds which column of an input is what, in steps from the surest to the least sure.
class Mapping {
  public:
    Mapping(const std::string& file, const std::vector<std::string>& input,
            const std::map<std::string, std::string>& asked) {
        m_map.input = input;
        m_map.read_as.resize(input.size());
        apply_asked(m_map, file, asked);
        for (std::size_t i = 0; i < input.size(); ++i) {
            if (const auto column = m_map.read_as[i] ? std::nullopt : column_named(input[i]))
                take(i, *column);
        }
        read_regions();
        apply_names(surest_ranks);
        join_parts();
        apply_names(all_ranks);
        join_tolls();
        join_uncertainty();
        read_position_column();
        apply_longer();
        join_spans();
        read_title();
    }

    ColumnMap map() && { return std::move(m_map); }

  private:
    static constexpr int surest_ranks = 4;
    static constexpr int all_ranks = 100;

    bool take(std::size_t i, ReportColumn column) {
        if (m_map.read_as[i] || has(m_map, column)) return false;
        m_map.read_as[i] = column;
        return true;
    }

    /// In French, Spanish and Portuguese a région is of several provinces.
    void read_regions() {
        const auto is = [&](std::size_t i, std::initializer_list<std::string_view> names) {
            const std::string header = lower_ascii(trimmed(m_map.input[i]));
            return std::find(names.begin(), names.end(), header) != names.end();
        };
        for (std::size_t i = 0; i < m_map.input.size(); ++i) {
            if (!is(i, {"région", "región", "região"})) continue;
            for (std::size_t j = 0; j < m_map.input.size(); ++j) {
                if (is(j, {"province", "provincia", "província"}) && take(j, ReportColumn::admin2))
                    take(i, ReportColumn::admin1);
            }
        }
    }

    /// Each known column is read from one input column at most: that whose name is the surest, else the
    /// first.
    void apply_names(int up_to) {
        struct Candidate {
            int rank;
            std::size_t input;
            ReportColumn column;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < m_map.input.size(); ++i) {
            if (m_map.read_as[i]) continue;
            for (const ColumnName& name : names_of(m_map.input[i])) {
                const auto* column = std::get_if<ReportColumn>(&name.what);
                if (column != nullptr && name.rank <= up_to) candidates.push_back({name.rank, i, *column});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
        for (const Candidate& candidate : candidates) take(candidate.input, candidate.column);
    }

    std::size_t part(ColumnPart wanted) const {
        for (std::size_t i = 0; i < m_map.input.size(); ++i) {
            if (m_map.read_as[i]) continue;
            for (const ColumnName& name : names_of(m_map.input[i])) {
                if (const auto* is = std::get_if<ColumnPart>(&name.what); is != nullptr && *is == wanted)
                    return i;
            }
        }
        return JoinedColumn::none;
    }

    void join(ReportColumn column, JoinRule rule, std::vector<std::size_t> from) {
        for (const std::size_t i : from) {
            if (i != JoinedColumn::none) m_map.read_as[i] = column;
        }
        m_map.joined.push_back({column, rule, std::move(from)});
    }

    void join_parts() {
        if (!has(m_map, ReportColumn::event_date)) {
            const std::size_t year = part(ColumnPart::year);
            if (year != JoinedColumn::none)
                join(ReportColumn::event_date, JoinRule::day_parts,
                     {year, part(ColumnPart::month), part(ColumnPart::day)});
        }
        join_bounds(ReportColumn::killed, part(ColumnPart::killed_low), part(ColumnPart::killed_high));
        join_bounds(ReportColumn::injured, part(ColumnPart::injured_low), part(ColumnPart::injured_high));
    }

    void join_bounds(ReportColumn column, std::size_t low, std::size_t high) {
        if (low == JoinedColumn::none || high == JoinedColumn::none) return;
        join(column, JoinRule::bounds, {m_map.index_of(column).value_or(JoinedColumn::none), low, high});
    }

    void join_spans() {
        const std::size_t end = part(ColumnPart::end_date);
        const auto start = m_map.index_of(ReportColumn::event_date);
        if (end == JoinedColumn::none || (start && m_map.is_joined(*start))) return;
        if (start) {
            join(ReportColumn::event_date, JoinRule::span, {*start, end});
        } else {
            take(end, ReportColumn::event_date);
        }
    }

    /// One column for those killed and those injured, where none is of the killed alone.
    void join_tolls() {
        if (has(m_map, ReportColumn::killed)) return;
        if (const std::size_t pair = part(ColumnPart::killed_and_injured); pair != JoinedColumn::none) {
            join(ReportColumn::killed, JoinRule::two_tolls, {pair});
        } else if (const std::size_t all = part(ColumnPart::casualties); all != JoinedColumn::none) {
            join(ReportColumn::killed, JoinRule::toll, {all});
        }
    }

    /// The header says the unit of its numbers.
    void join_uncertainty() {
        constexpr auto column = ReportColumn::coordinates_uncertainty_m;
        if (has(m_map, column)) return;
        if (const std::size_t km = part(ColumnPart::uncertainty_km); km != JoinedColumn::none) {
            join(column, JoinRule::kilometres, {km});
        } else if (const std::size_t miles = part(ColumnPart::uncertainty_miles);
                   miles != JoinedColumn::none) {
            join(column, JoinRule::miles, {miles});
        }
    }

    /// Several columns that each count some of the people are none of all.
    void set_parts_aside(ReportColumn people) {
        if (has(m_map, people)) return;
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < m_map.input.size(); ++i) {
            if (!m_map.read_as[i] && counts_some(m_map.input[i], people)) parts.push_back(i);
        }
        if (parts.size() > 1) m_map.parts.push_back({people, std::move(parts)});
    }

    /// A word of a longer header, where nothing better is there.
    void apply_longer() {
        set_parts_aside(ReportColumn::killed);
        set_parts_aside(ReportColumn::injured);
        for (std::size_t i = 0; i < m_map.input.size(); ++i) {
            if (m_map.read_as[i] || m_map.counts_some_of(i)) continue;
            for (const ReportColumn column : columns_within(m_map.input[i])) {
                if (take(i, column)) break;
            }
        }
    }

    void read_position_column() {
        if (has(m_map, ReportColumn::latitude) && has(m_map, ReportColumn::longitude)) return;
        if (has(m_map, ReportColumn::latitude)) return;
        const std::size_t position = part(ColumnPart::position);
        const std::size_t other_way = part(ColumnPart::position_lon_first);
        if (position != JoinedColumn::none) {
            take(position, ReportColumn::latitude);
        } else if (other_way != JoinedColumn::none) {
            join(ReportColumn::latitude, JoinRule::longitude_first, {other_way});
        }
    }

    void read_title() {
        const auto title = m_map.index_of(ReportColumn::title);
        if (!title) return;
        for (const ReportColumn column :
             {ReportColumn::publisher, ReportColumn::published, ReportColumn::url, ReportColumn::source_id}) {
            if (has(m_map, column)) return;
        }
        m_map.read_as[*title] = std::nullopt;
        take(*title, ReportColumn::notes);
    }

    ColumnMap m_map;
};

/// Whether the columns can say where something happened: by a name, a position, or an area alone.
bool says_where(const ColumnMap& map) {
    const bool place = has(map, ReportColumn::place) || has(map, ReportColumn::place_words);
    const bool area = has(map, ReportColumn::admin1) || has(map, ReportColumn::admin2);
    return place || area || has(map, ReportColumn::latitude);
}

}  // namespace

std::optional<std::size_t> ColumnMap::index_of(ReportColumn column) const {
    for (std::size_t i = 0; i < read_as.size(); ++i) {
        if (read_as[i] == column) return i;
    }
    return std::nullopt;
}

std::string ColumnMap::name_of(ReportColumn column) const {
    const auto made = std::find_if(joined.begin(), joined.end(),
                                   [&](const JoinedColumn& one) { return one.column == column; });
    std::vector<std::string> names;
    if (made != joined.end()) {
        for (const std::size_t from : made->from) {
            if (from != JoinedColumn::none) names.push_back(input[from]);
        }
    } else if (const auto index = index_of(column)) {
        names.push_back(input[*index]);
    }
    return names.empty() ? std::string(report_columns()[static_cast<std::size_t>(column)].name)
                         : incidentmap::joined(names, " + ");
}

bool ColumnMap::is_joined(std::size_t input_column) const {
    return std::any_of(joined.begin(), joined.end(), [&](const JoinedColumn& column) {
        return std::find(column.from.begin(), column.from.end(), input_column) != column.from.end();
    });
}

std::optional<ReportColumn> ColumnMap::counts_some_of(std::size_t input_column) const {
    const auto some = std::find_if(parts.begin(), parts.end(), [&](const PartColumns& part) {
        return std::find(part.columns.begin(), part.columns.end(), input_column) != part.columns.end();
    });
    return some == parts.end() ? std::nullopt : std::optional(some->people);
}

ColumnMap map_columns(const std::string& file, const std::vector<std::string>& input,
                      const std::map<std::string, std::string>& asked, bool needs_place) {
    ColumnMap map = Mapping(file, input, asked).map();
    if (needs_place && !says_where(map)) {
        throw Error{file + " has no column for the place, and none for latitude and longitude. It has " +
                    listed(input) +
                    ". Name one of them place (or where, location, target, town, city, site), or say which "
                    "it is with --map place=COLUMN"};
    }
    return map;
}

std::size_t known_columns(const std::vector<std::string>& names) {
    std::set<std::size_t> known;
    for (const std::string& name : names) {
        if (const auto column = column_named(name)) {
            known.insert(static_cast<std::size_t>(*column));
            continue;
        }
        for (const ColumnName& meant : names_of(name)) {
            const auto* part = std::get_if<ColumnPart>(&meant.what);
            known.insert(part != nullptr ? report_column_count + static_cast<std::size_t>(*part)
                                         : static_cast<std::size_t>(std::get<ReportColumn>(meant.what)));
            break;
        }
    }
    return known.size();
}

bool is_publish_column(std::string_view name) { return lower_ascii(trimmed(std::string(name))) == "publish"; }

std::string to_text(const ColumnMap& map) {
    std::vector<std::string> known;
    std::vector<std::string> renamed;
    std::vector<std::string> carried;
    std::vector<std::string> codes;
    std::string publish;
    for (std::size_t i = 0; i < map.input.size(); ++i) {
        if (map.is_joined(i)) {
            const auto made =
                std::find_if(map.joined.begin(), map.joined.end(),
                             [&](const JoinedColumn& column) { return column.column == map.read_as[i]; });
            if (map.index_of(made->column) != i) continue;
            renamed.push_back(std::string(report_columns()[static_cast<std::size_t>(made->column)].name) +
                              " ← " + map.name_of(made->column));
        } else if (std::find(map.codes.begin(), map.codes.end(), i) != map.codes.end()) {
            codes.push_back(map.input[i]);
        } else if (!map.read_as[i] && is_publish_column(map.input[i])) {
            publish = map.input[i];
        } else if (!map.read_as[i]) {
            if (!map.counts_some_of(i)) carried.push_back(map.input[i]);
        } else if (const auto name = report_columns()[static_cast<std::size_t>(*map.read_as[i])].name;
                   name == map.input[i]) {
            known.push_back(map.input[i]);
        } else {
            renamed.push_back(std::string(name) + " ← " + map.input[i]);
        }
    }
    std::string text = renamed.empty() ? "" : joined(renamed, ", ");
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (!known.empty())
        add(std::to_string(known.size()) +
            (known.size() == 1 ? " column under its own name" : " columns under their own names"));
    if (!codes.empty()) add("codes read: " + joined(codes, ", "));
    if (!publish.empty()) add("how coarse each row is published, with --public: " + publish);
    for (const PartColumns& some : map.parts) {
        const std::string_view people = report_columns()[static_cast<std::size_t>(some.people)].name;
        std::vector<std::string> names;
        for (const std::size_t i : some.columns) names.push_back(map.input[i]);
        add("kept, and not read as " + std::string(people) + ", as each counts some of the people: " +
            joined(names, ", ") + " (name that of all with --map " + std::string(people) + "=COLUMN)");
    }
    constexpr std::size_t most_listed = 30;
    if (carried.size() > most_listed) {
        const std::string more = " and " + std::to_string(carried.size() - most_listed) + " more";
        carried.resize(most_listed);
        carried.back() += more;
    }
    if (!carried.empty()) {
        add(map.is_known_table ? "kept as they are: " + joined(carried, ", ")
                               : "not recognised, kept as they are: " + joined(carried, ", ") +
                                     " (name one with --map, as in --map place=COLUMN)");
    }
    return text;
}

}  // namespace incidentmap
