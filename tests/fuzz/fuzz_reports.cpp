// SPDX-License-Identifier: MIT
#include <set>

#include "core/error.hpp"
#include "harness.hpp"
#include "report/reader.hpp"
#include "report/report_store.hpp"

using namespace incidentmap;

/// Every report of a table has an id of its own where the table states none, and comes back from the store as
/// it was.
void fuzz_reports(std::string_view bytes) {
    ReadOptions options;
    options.date_order = static_cast<DateOrder>(choice_of(bytes) % 3);
    try {
        ReportReader reader(file_of("r.csv", bytes).string(), {});
        require(!to_text(reader.columns()).empty());
        IdMaker ids;
        ReportStore store;
        std::uint32_t count = 0;
        while (Report* report = reader.next()) {
            ids.fill_ids(*report);
            require(!(*report)[ReportColumn::report_id].empty() &&
                    !(*report)[ReportColumn::incident_id].empty());
            store.add(*report);
            ++count;
            read_cells(*report, options);
        }
        for (std::uint32_t i = 1; i <= count && i < 20; ++i)
            require(!store.report(i)[ReportColumn::report_id].empty());
    } catch (const Error&) {
    } catch (const UsageError&) {
    }
}
