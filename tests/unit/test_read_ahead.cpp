// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "report/read_ahead.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

/// A table of so many rows; every third place and every fifth note is empty.
std::string table_of(int rows, const std::string& letter) {
    std::string csv = "place,my note\n";
    for (int i = 0; i < rows; ++i) {
        csv += (i % 3 == 0 ? "" : letter + std::to_string(i)) + ',';
        csv += (i % 5 == 0 ? "" : "note " + std::to_string(i)) + '\n';
    }
    return csv;
}

/// What tells one report from another.
std::string told(const Report& report) {
    std::string text = report.file + ':' + std::to_string(report.row);
    for (const std::string& cell : report.cells) text += '|' + cell;
    for (const std::string& cell : report.extra) text += '|' + cell;
    return text + '|' + std::to_string(report.findings.size());
}

}  // namespace

TEST_CASE("reports read ahead are those that the readers give one by one, inputs without rows included") {
    const Scratch scratch;
    const std::vector<std::string> paths{
        scratch.file("a.csv", table_of(1000, "a")),
        scratch.file("empty.csv", "place\n"),
        scratch.file("b.csv", table_of(256, "b")),
        scratch.file("c.csv", "town,place\nTown,Place,left over\n"),
        scratch.file("last.csv", "place\n"),
    };
    std::vector<std::string> expected;
    std::vector<ReportReader> readers;
    for (const std::string& path : paths) {
        ReportReader reader(path, {});
        while (const Report* report = reader.next()) expected.push_back(told(*report));
        readers.emplace_back(path, InputOptions{});
    }

    std::vector<std::string> read;
    ReadAhead ahead{readers};
    for (ReadAhead::Batch batch = ahead.next(); !batch.reports.empty(); batch = ahead.next()) {
        for (Report& report : batch.reports) {
            CHECK(report.file == readers[batch.input].name());
            read.push_back(told(report));
            report.extra = {"the caller's", "to change"};
            report[ReportColumn::incident_id] = "the caller's to change";
        }
    }
    CHECK(read == expected);
    CHECK(ahead.next().reports.empty());
}

TEST_CASE("reading ahead may be given up with reports still to come") {
    const Scratch scratch;
    std::vector<ReportReader> readers;
    readers.emplace_back(scratch.file("a.csv", table_of(5000, "a")), InputOptions{});
    {
        ReadAhead ahead{readers};
        CHECK(ahead.next().reports.size() > 0);
    }
    CHECK(readers.front().next() != nullptr);
}
