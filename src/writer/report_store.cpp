// SPDX-License-Identifier: MIT
#include "writer/report_store.hpp"

#include "gazetteer/draft.hpp"
#include "layer/report_row.hpp"
#include "writer/geopackage_writer.hpp"

namespace incidentmap {

struct ReportStore::State {
    explicit State(const std::vector<std::string>& further_headers)
        : writer(folder.path() / "reports.gpkg", {further_headers, "1970-01-01T00:00:00.000Z", {}}) {}

    TemporaryFolder folder;
    GeoPackageWriter writer;
};

ReportStore::ReportStore(const std::vector<std::string>& further_headers) : m_state(std::make_unique<State>(further_headers)) {}
ReportStore::~ReportStore() = default;
ReportStore::ReportStore(ReportStore&&) noexcept = default;
ReportStore& ReportStore::operator=(ReportStore&&) noexcept = default;

void ReportStore::add(const Report& report) { m_state->writer.add(LayerId::reports, {{}, report_row(report, nullptr)}); }

Report& ReportStore::report(std::int64_t number) { return m_state->writer.report(number); }

}  // namespace incidentmap
