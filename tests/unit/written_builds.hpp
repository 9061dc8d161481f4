// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "layer_samples.hpp"
#include "writer/build_writer.hpp"

/// Builds that tests write: a row of each kind, for each of some words that are hard to write.
namespace written_builds {

using namespace incidentmap;
using namespace samples;
namespace fs = std::filesystem;

inline const std::vector<std::string> hostile{"it's \"quoted\"; DROP TABLE attacks; --",
                                              "<script>alert(1)</script>",
                                              "two\r\nlines, and\ta tab",
                                              "مطار بغداد \u202e desreveR",
                                              std::string(10'000, 'x'),
                                              "=1+1",
                                              "a,b;c|d",
                                              "\\ and \x7f and \x01",
                                              "فڕۆکەخانەی هەولێر"};

inline OutputRequest request(const std::string& output, std::vector<std::string> formats) {
    OutputRequest asked;
    asked.output = output;
    asked.stem = "incidents";
    asked.formats = std::move(formats);
    asked.extra_headers = {"Remarks", "killed"};
    asked.last_change = "2024-01-01T00:00:00.000Z";
    asked.build_id = "build-1";
    return asked;
}

inline Report report_of(std::size_t number, const std::string& text) {
    Report report;
    report.file = "in.csv";
    report.row = static_cast<std::int64_t>(number + 1);
    for (std::size_t i = 0; i < report_column_count; ++i) report.cells[i] = text + std::to_string(i);
    report[ReportColumn::report_id] = "r" + std::to_string(number);
    report[ReportColumn::incident_id] = "i" + std::to_string(number);
    report[ReportColumn::source_id] = "s1";
    report[ReportColumn::notes] = "";
    report.extra = {text, ""};
    return report;
}

/// Writes a build with something in every layer but `range_rings` and `other_incidents`.
inline void fill(BuildWriter& writer) {
    static const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    static const Location launch = named_place("Rashidiya", "town", {44.35, 33.55}, 1500);
    static const Location area = province();
    static const Location unclear = ambiguous_place();
    LayerBuilder layer_builder(options());
    std::size_t number = 0;
    for (const std::string& text : hostile) {
        layer_builder.add_report(report_of(++number, text), &base, writer.rows());
        Incident incident = full_attack("i" + std::to_string(number));
        incident[ReportColumn::notes] = text;
        incident.extra = {text, ""};
        incident.locations = {{&base, text}, {&area, ""}, {&unclear, text}};
        incident.launches = {{&launch, text, "", ""}};
        incident.measures = {measured(launch, base, 0, 0)};
        incident.disagreements = {{incident.id, "killed", text, "A", "r1", "1", "B", "r2", text}};
        incident.findings = {
            {"some-code", Severity::note, "in.csv", 3, "killed", text, incident.id, std::nullopt}};
        layer_builder.add(incident, writer.rows());
    }
    Sources sources;
    Source source;
    source.source_id = "s1";
    sources.add(source);
    layer_builder.finish(sources, [&]() -> FeatureBatch& { return writer.rows(); });
    add_answer_row({"q-1", "Taji", "", "", "", "resolved", "Camp Taji", "t", "curated 0", "location 1\n"},
                   writer.rows());
    add_build_row("build", "build_id", "build-1", writer.rows());
}

inline WrittenBuild build(const OutputRequest& asked) {
    BuildWriter writer(asked);
    fill(writer);
    return writer.finish();
}

inline std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace written_builds
