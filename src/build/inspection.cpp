// SPDX-License-Identifier: MIT
#include "build/inspection.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/text.hpp"
#include "locate/query.hpp"
#include "locate/resolver.hpp"
#include "report/report_store.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::size_t values_shown = 3;
constexpr std::size_t most_looked_up = 2'000;
constexpr std::size_t most_named = 5;
constexpr std::int64_t rows_a_step = 2'000;

/// What an input column is read as, for people; empty where it is carried through.
std::string read_as(const ColumnMap& map, std::size_t column) {
    const auto ours = map.read_as[column];
    if (!ours) {
        const bool has_codes = std::find(map.codes.begin(), map.codes.end(), column) != map.codes.end();
        return has_codes ? "its codes" : "";
    }
    std::string text(name_of(*ours));
    for (const JoinedColumn& joined_column : map.joined) {
        if (joined_column.column != *ours) continue;
        std::vector<std::string> others;
        for (const std::size_t from : joined_column.from) {
            if (from != JoinedColumn::none && from != column) others.push_back(map.input[from]);
        }
        if (!others.empty()) text += " with " + joined(others, " and ");
    }
    return text;
}

class Inspector {
  public:
    Inspector(const InspectionRequest& request, Reporter& reporter)
        : m_request{request}, m_reporter{reporter}, m_reader{request.input, lenient(request.input_options)} {}

    Inspection inspection() {
        m_inspection.file = m_reader.name();
        m_inspection.notes = m_reader.notes();
        if (m_request.input != "-") m_inspection.sheets = sheets_of(m_request.input);
        read_rows();
        for (const std::string& line : m_reader.survey().told(m_reader.columns(), m_request.read.date_order))
            m_inspection.notes.push_back(line);
        if (m_reader.survey().lacks_ids())
            m_inspection.notes.push_back(
                "no column has ids, so that a corrected cell makes a new incident; a column 'id' keeps it "
                "the "
                "same");
        read_reports();
        describe_columns();
        if (m_request.gazetteers) look_up();
        write_command();
        return std::move(m_inspection);
    }

  private:
    static InputOptions lenient(InputOptions options) {
        options.needs_place = false;
        return options;
    }

    void read_rows() {
        m_reporter.phase("reading " + m_reader.name());
        m_values.resize(m_reader.columns().input.size());
        while (const Report* report = m_reader.next()) {
            for (std::size_t i = 0; i < m_values.size(); ++i) m_values[i].see(m_reader.raw_cells()[i]);
            m_store.add(*report);
            if (++m_inspection.reports % rows_a_step == 0)
                m_reporter.show({"reading reports", m_inspection.reports});
        }
    }

    /// The order of day and month is known once all rows are read.
    void read_reports() {
        m_reporter.phase("reading the cells");
        ReadOptions options = m_request.read;
        if (options.date_order == DateOrder::unstated) options.date_order = m_reader.survey().order_shown();
        for (std::int64_t number = 1; number <= m_inspection.reports; ++number) {
            Report report = m_store.report(number);
            read_cells(report, options);
            see(report);
        }
        std::stable_sort(m_inspection.unread.begin(), m_inspection.unread.end(),
                         [](const UnreadCells& a, const UnreadCells& b) { return a.count > b.count; });
    }

    void see(const Report& report) {
        if (report.event_date) {
            ++m_inspection.dated;
            const auto [first, last] = std::pair(report.event_date->first, report.event_date->last);
            m_inspection.first_day = std::min(m_inspection.first_day.value_or(first), first);
            m_inspection.last_day = std::max(m_inspection.last_day.value_or(last), last);
        }
        if (report.position) ++m_inspection.with_position;
        for (const Finding& finding : report.findings) tell(finding);
        if (report.position) return;
        for (const std::string& place : report.places) {
            Query query = query_of_report(place, report[Column::country], report[Column::admin1],
                                          report[Column::admin2]);
            std::string key = key_of(query);
            if (!m_keys.emplace(std::move(key), m_queries.size()).second) continue;
            ++m_inspection.places;
            if (m_queries.size() < most_looked_up) m_queries.push_back(std::move(query));
        }
    }

    void tell(const Finding& finding) {
        if (finding.code == "uncertainty-not-stated") return;
        auto& unread = m_inspection.unread;
        auto known = std::find_if(unread.begin(), unread.end(),
                                  [&](const UnreadCells& cells) { return cells.code == finding.code; });
        if (known == unread.end())
            known = unread.insert(unread.end(), {finding.code, 0, finding.sentence, finding.row});
        ++known->count;
    }

    void describe_columns() {
        const ColumnMap& map = m_reader.columns();
        for (const Column column :
             {Column::place, Column::place_words, Column::latitude, Column::admin1, Column::admin2})
            m_says_where = m_says_where || map.index_of(column).has_value();
        m_inspection.says_where = m_says_where;
        ColumnMap with_uses = map;  // each of ours is offered once
        for (std::size_t i = 0; i < map.input.size(); ++i) {
            InspectedColumn column;
            column.name = map.input[i];
            column.read_as = read_as(map, i);
            column.filled = m_values[i].filled();
            for (const std::string& value :
                 m_values[i].values().first(std::min(values_shown, m_values[i].values().size())))
                column.values.push_back(value);
            if (const auto people = map.counts_some_of(i)) {
                column.use = LikelyUse{
                    *people, "it counts some of the people, and so do others; none is of all", false};
            } else if (column.read_as.empty() && m_reader.known_table() == nullptr) {
                column.use = likely_use(column.name, m_values[i], with_uses);
                if (column.use) with_uses.read_as[i] = column.use->column;
            }
            m_inspection.columns.push_back(std::move(column));
        }
    }

    void look_up() {
        if (m_queries.empty()) return;
        m_reporter.phase("looking up places");
        Resolver resolver(m_request.gazetteers());
        std::map<std::string, std::int64_t> by_country;
        for (const Query& query : m_queries) {
            const Location& found = resolver.resolve(query);
            ++m_inspection.places_looked_up;
            ++m_inspection.by_status[static_cast<std::size_t>(found.status)];
            if (!found.has_place() && m_inspection.in_doubt.size() < most_named)
                m_inspection.in_doubt.push_back(query.words);
            if (found.has_place()) ++by_country[found.country];
            if (m_inspection.places_looked_up % 100 == 0)
                m_reporter.show({"looking up places", m_inspection.places_looked_up,
                                 static_cast<std::int64_t>(m_queries.size())});
        }
        if (m_reader.columns().index_of(Column::country) || !m_request.input_options.assumed.empty()) return;
        m_inspection.all_in_one_country = by_country.size() == 1;
        for (const auto& [country, count] : by_country) {
            if (!country.empty() && count >= 2 && count * 2 > m_inspection.places_looked_up)
                m_inspection.country_of_most = country;
        }
    }

    void write_command() {
        std::vector<std::string>& words = m_inspection.command;
        const InputOptions& input = m_request.input_options;
        words = {"incidentmap", "build", m_request.input};
        const auto add = [&](const std::string& option, const std::string& value) {
            words.insert(words.end(), {option, value});
        };
        if (!input.table.sheet.empty()) add("--sheet", input.table.sheet);
        const std::int64_t header =
            input.table.header_row > 0 ? input.table.header_row : m_reader.header_found();
        if (header > 0) add("--header-row", std::to_string(header));
        if (!input.use_known_tables) add("--table", "none");
        for (const auto& [ours, theirs] : input.column_names) add("--map", ours + "=" + theirs);
        for (const InspectedColumn& column : m_inspection.columns) {
            if (column.use && (column.use->sure || !m_says_where))
                add("--map", std::string(name_of(column.use->column)) + "=" + column.name);
        }
        for (const auto& [ours, value] : input.assumed) add("--assume", ours + "=" + value);
        if (m_inspection.all_in_one_country && m_inspection.country_of_most)
            add("--assume", "country=" + *m_inspection.country_of_most);
        const DateOrder order = m_request.read.date_order == DateOrder::unstated
                                    ? m_reader.survey().order_shown()
                                    : m_request.read.date_order;
        if (order == DateOrder::day_first) add("--dates", "dmy");
        if (order == DateOrder::month_first) add("--dates", "mdy");
        add("-o", "output");
    }

    const InspectionRequest& m_request;
    Reporter& m_reporter;
    ReportReader m_reader;
    ReportStore m_store;
    std::vector<ColumnValues> m_values;
    std::vector<Query> m_queries;
    std::unordered_map<std::string, std::size_t> m_keys;
    bool m_says_where = false;
    Inspection m_inspection;
};

}  // namespace

Inspection inspect(const InspectionRequest& request, Reporter& reporter) {
    return Inspector(request, reporter).inspection();
}

}  // namespace incidentmap
