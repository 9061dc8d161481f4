// SPDX-License-Identifier: MIT
#include "build/build.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>

#include "build/build_record.hpp"
#include "build/duplicate_reports.hpp"
#include "build/report_order.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/boundaries.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "incident/assemble.hpp"
#include "incident/checks/check_list.hpp"
#include "locate/reasons.hpp"
#include "report/read_ahead.hpp"
#include "report/report_store.hpp"
#include "writer/postgis/connection_text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;
using Column = ReportColumn;

constexpr std::size_t most_rows_told = 20;

/// `curated 0123456789abcdef, world …`: the gazetteers in their order, with the beginnings of their
/// fingerprints.
std::string in_words(const std::vector<Gazetteer>& gazetteers) {
    std::vector<std::string> names;
    for (const Gazetteer& gazetteer : gazetteers)
        names.push_back(gazetteer.name() + " " + gazetteer.fingerprint().substr(0, 16));
    return joined(names, ", ");
}

/// Today, for dates that are in the future: when the content last changed, so that two builds of the same
/// files are the same; where nothing is written and SOURCE_DATE_EPOCH is not set, the day on which the check
/// runs.
std::optional<Day> today(const BuildOptions& options) {
    const char* set = std::getenv("SOURCE_DATE_EPOCH");
    if (!options.write && (set == nullptr || *set == '\0'))
        return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::int64_t seconds = change_time(options);
    if (seconds == 0) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

/// The cell that a finding is about, as it stands in its report; empty where it is about none.
std::string_view cell_of(const Finding& finding, const std::vector<Report>& reports) {
    const auto columns = report_columns();
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const ReportColumnInfo& info) {
        return info.name == finding.column;
    });
    const auto report = std::find_if(reports.begin(), reports.end(), [&](const Report& candidate) {
        return candidate.row == finding.row && candidate.file == finding.file;
    });
    if (column == columns.end() || report == reports.end()) return {};
    return report->cells[static_cast<std::size_t>(column - columns.begin())];
}

CheckOptions check_options(const BuildOptions& options, std::vector<Finding>& findings) {
    CheckOptions checks;
    checks.today = today(options);
    if (!options.weapon_ranges.empty()) checks.ranges = WeaponRanges::read(options.weapon_ranges, findings);
    return checks;
}

/// How far the reading of several inputs is: in bytes where all of them are files read by our own reader,
/// else in reports, whose number nobody knows beforehand.
class ReadingProgress {
  public:
    explicit ReadingProgress(const std::vector<std::string>& inputs) {
        for (const std::string& input : inputs) {
            std::error_code unknown;
            const auto size = fs::file_size(input, unknown);
            m_before.push_back(m_total);
            m_total += unknown ? 0 : static_cast<std::int64_t>(size);
        }
    }

    /// \param bytes_read of the input \param reports of all
    Progress with(std::size_t input, std::optional<std::int64_t> bytes_read, std::int64_t reports) const {
        if (!bytes_read) return {"reading reports", reports};
        return {"reading reports", m_before[input] + *bytes_read, m_total, ProgressUnit::bytes};
    }

  private:
    std::vector<std::int64_t> m_before;  ///< bytes of the inputs before each
    std::int64_t m_total = 0;
};

/// The one run of a build: its parts, made in the order in which they need one another.
class Build {
  public:
    Build(const BuildOptions& options, const BuildReporter& reporter);
    BuildSummary run();

  private:
    void open_inputs();
    std::vector<std::string> source_tables() const;
    void read_sources(const std::vector<std::string>& tables);
    void freeze(const std::string& stem);
    void open_outputs(const std::string& stem, const std::vector<std::string>& sources);
    void write_answers();
    void open_decisions();
    void ask();
    LayerBuilder layer_builder();
    void read_reports();
    void take_report(Report& report, std::size_t input);
    void merge_incidents();
    void read_incident(std::span<const std::uint32_t> numbers, std::vector<Report>& reports);
    void tell_merged(Incident& incident, const Report& first, std::span<const std::uint32_t> numbers);
    void place_incidents();
    void take_incident(Incident incident, const std::vector<Report>& reports,
                       std::span<const std::uint32_t> numbers);
    void finish();
    FeatureBatch& rows();
    bool is_ignored(const Finding& finding) const;
    void write_finding(const Finding& finding);
    void note(const Finding& finding, std::string_view value = {});
    void tell(const Incident& incident);
    std::string gazetteer_advice() const;

    const BuildOptions& m_options;
    const BuildReporter& m_reporter;
    Resolver m_resolver;
    Answers m_answers;
    Sources m_sources;
    std::optional<DecisionTable> m_decision_table;
    std::optional<Boundaries> m_boundaries;
    Decisions m_decisions;
    QuestionList m_questions;
    std::vector<Finding> m_range_findings;  ///< of the table of published ranges
    Assembler m_assembler;
    std::vector<ReportReader> m_readers;
    std::vector<std::string> m_extra;                     ///< the extra columns of all inputs
    std::vector<std::vector<std::size_t>> m_extra_index;  ///< of each input's, among all
    std::optional<BuildRecord> m_record;
    std::optional<LayerBuilder> m_layers;
    std::optional<BuildWriter> m_writer;  ///< none where nothing is to be written
    FeatureBatch m_unwritten;             ///< what goes nowhere then
    ReportStore m_store;
    IdMaker m_ids;
    ReportOrder m_order;
    DuplicateReports m_duplicates;
    std::set<std::string> m_merged_ids;  ///< that the incident which was read last had besides its own
    std::map<std::string, std::int64_t> m_not_found_in;  ///< places not found, by the country that is stated
    BuildSummary m_summary;
};

Build::Build(const BuildOptions& options, const BuildReporter& reporter)
    : m_options(options),
      m_reporter(reporter),
      m_resolver(open_gazetteers(options.gazetteers)),
      m_answers(in_words(m_resolver.gazetteers())),
      m_assembler(m_resolver, m_decisions, m_sources, check_options(options, m_range_findings)) {
    m_resolver.keep_in(m_answers);
}

void Build::open_inputs() {
    for (const std::string& path : m_options.inputs) {
        m_readers.emplace_back(path, m_options.input);
        const ReportReader& reader = m_readers.back();
        m_reporter.detail("reading " + path);
        m_reporter.say(reader.name() + ": " + to_text(reader.columns()));
        std::vector<std::size_t>& index = m_extra_index.emplace_back();
        for (const std::string& column : reader.extra_columns()) {
            const auto known = std::find(m_extra.begin(), m_extra.end(), column);
            index.push_back(static_cast<std::size_t>(known - m_extra.begin()));
            if (known == m_extra.end()) m_extra.push_back(column);
        }
    }
}

/// The tables of sources beside the inputs: the one that was named, or each `sources.csv` in an input's
/// folder.
std::vector<std::string> Build::source_tables() const {
    if (!m_options.sources.empty()) return {m_options.sources};
    std::vector<std::string> tables;
    for (const std::string& input : m_options.inputs) {
        const std::string beside = (fs::path(input).parent_path() / "sources.csv").string();
        const bool other = input != "-" && beside != input &&
                           std::find(tables.begin(), tables.end(), beside) == tables.end();
        if (other && fs::is_regular_file(beside)) tables.push_back(beside);
    }
    return tables;
}

void Build::read_sources(const std::vector<std::string>& tables) {
    const auto read = [&](const std::string& path, const std::string& sheet) {
        m_reporter.detail("reading " + path + (sheet.empty() ? "" : ", sheet " + sheet));
        for (const Finding& finding : m_sources.read(path, sheet)) write_finding(finding);
    };
    for (const std::string& table : tables) read(table, {});
    for (const std::string& input : m_options.inputs) {
        const std::vector<std::string> sheets = input == "-" ? std::vector<std::string>{} : sheets_of(input);
        if (std::find(sheets.begin(), sheets.end(), "sources") != sheets.end()) read(input, "sources");
    }
}

/// The answers of the build that this one replaces, or of the one that was named.
void Build::freeze(const std::string& stem) {
    if (!m_options.frozen && m_options.frozen_from.empty()) return;
    fs::path from = m_options.frozen_from;
    if (from.empty()) {
        if (is_postgis(m_options.output))
            throw UsageError{
                "--frozen: the answers of a database are not read; give --frozen-from FILE.gpkg, a build in "
                "a "
                "file"};
        from = m_options.output;
        std::error_code ignored;
        if (fs::is_directory(from, ignored) || lower_ascii(from.extension().string()) != ".gpkg")
            from /= stem + ".gpkg";
    }
    m_answers.freeze(from);
    m_summary.frozen_from = from.string();
}

void Build::write_answers() {
    for (const AnswerRow& row : m_answers.take()) add_answer_row(row, rows());
}

/// The decisions beside the inputs, or those that were named.
void Build::open_decisions() {
    const auto path =
        m_options.use_decisions ? decisions_path(m_options.inputs, m_options.decisions) : std::nullopt;
    if (!path) return;
    for (const std::string& input : m_options.inputs) {
        std::error_code ignored;
        if (fs::equivalent(*path, input, ignored))
            throw UsageError{input + " holds decisions and cannot be an input too"};
    }
    m_decision_table.emplace(*path);
    const auto& rows = m_decision_table->rows();
    const auto decided =
        std::count_if(rows.begin(), rows.end(), [](const DecisionRow& row) { return !row.decision.empty(); });
    if (decided > 0)
        m_reporter.say(m_decision_table->name() + ": " + std::to_string(decided) +
                       (decided == 1 ? " decision" : " decisions"));
    m_decisions = Decisions(*m_decision_table, m_resolver, m_options.read.date_order);
}

/// Leaves to a person what nobody decided. The layers are written by now, and stay whatever becomes of this.
void Build::ask() {
    m_summary.questions =
        m_questions.write_to(m_decision_table ? &*m_decision_table : nullptr, m_options.ask);
    if (m_options.use_decisions) m_summary.pairs = m_duplicates.propose(m_order, m_store, m_options.ask);
}

LayerBuilder Build::layer_builder() {
    LayerBuilderOptions options;
    options.country_name = [](std::string_view code) { return country_name(code); };
    options.place_details = [](const Location& location) -> std::optional<PlaceDetails> {
        if (location.place_id.empty()) return std::nullopt;
        return PlaceDetails{location.extent_m, location.accuracy_m, location.place_source};
    };
    if (!m_options.rings_km.empty()) {
        RingOptions rings;
        rings.radii_km = m_options.rings_km;
        if (m_options.around == "launch_sites") {
            rings.around = RingOptions::Around::launch_sites;
        } else if (m_options.around != "bases") {
            const Location& middle = m_resolver.resolve({m_options.around, {}, {}, {}, std::nullopt});
            if (middle.status != Status::resolved)
                throw UsageError{"--around " + m_options.around + ": " + reasons_text(middle)};
            rings.around = RingOptions::Around::locality;
            rings.locality = &middle;
            rings.words = m_options.around;
        }
        options.rings = rings;
    }
    return LayerBuilder(std::move(options));
}

/// The batch that the next row goes into.
FeatureBatch& Build::rows() {
    if (m_writer) return m_writer->rows();
    m_unwritten.clear();
    return m_unwritten;
}

bool Build::is_ignored(const Finding& finding) const {
    return std::binary_search(m_options.ignored.begin(), m_options.ignored.end(), finding.code);
}

void Build::note(const Finding& finding, std::string_view value) {
    assert(find_check(finding.code) != nullptr);
    if (m_reporter.finding) m_reporter.finding(finding, value);
    FindingSummary& summary = m_summary.findings[finding.code];
    if (summary.count == 0 || finding.severity > summary.severity) {
        summary.severity = finding.severity;
        summary.example = to_line(finding);
    }
    ++summary.count;
    ++summary.by_severity[static_cast<std::size_t>(finding.severity)];
}

void Build::write_finding(const Finding& finding) {
    if (is_ignored(finding)) return;
    note(finding);
    m_layers->add_finding(finding, rows());
}

/// One row of an input: given ids, and kept until its incident's turn.
void Build::take_report(Report& report, std::size_t input) {
    std::vector<std::string> extra(m_extra.size());
    for (std::size_t i = 0; i < report.extra.size(); ++i)
        extra[m_extra_index[input][i]] = std::move(report.extra[i]);
    report.extra = std::move(extra);
    m_ids.fill_ids(report);
    m_order.add(report[Column::incident_id]);
    m_store.add(report);
    m_duplicates.meet(report, static_cast<std::uint32_t>(m_order.size()));
    if (m_options.inputs[input] == "-") m_record->add_row(report);
}

void Build::read_reports() {
    const ReadingProgress far(m_options.inputs);
    ReadAhead ahead{m_readers};
    for (ReadAhead::Batch batch = ahead.next(); !batch.reports.empty(); batch = ahead.next()) {
        for (Report& report : batch.reports) take_report(report, batch.input);
        m_reporter.progress(
            far.with(batch.input, batch.bytes_read, static_cast<std::int64_t>(m_order.size())));
    }
    m_summary.reports = static_cast<std::int64_t>(m_order.size());
}

void Build::tell(const Incident& incident) {
    for (const LaunchToTarget& measured : incident.measures) {
        ++m_summary.launch_count;
        if (m_summary.launches.size() == most_rows_told) continue;
        const Location& from = *incident.launches[measured.launch].location;
        const Location& to = *incident.locations[measured.location].location;
        const auto& bounds = measured.measure->bounds;
        m_summary.launches.push_back(
            {incident.id, from.name, to.name, bounds ? measured.measure->text : measured.measure->why_null,
             bounds ? compass(bounds->azimuth).value_or(compass_span(bounds->azimuth)) : ""});
    }
    if (incident.status == Status::resolved || incident.status == Status::coarse) return;
    for (const IncidentLocation& place : incident.locations) {
        ++m_summary.not_mapped_count;
        if (m_summary.not_mapped.size() == most_rows_told) break;
        const Location& location = *place.location;
        m_summary.not_mapped.push_back(
            {incident.id, location.query, to_string(location.status), location.remedy});
    }
}

/// \param numbers of all its reports, of which \p reports are the first
void Build::take_incident(Incident incident, const std::vector<Report>& reports,
                          std::span<const std::uint32_t> numbers) {
    std::string stated;
    for (const Report& report : reports) {
        if (stated.empty()) stated = country_code(report[Column::country]);
    }
    const Verdict verdict = judge(m_options.filter, incident, stated);
    if (verdict == Verdict::outside) {
        ++m_summary.left_out_by_filter;
        return;
    }
    if (verdict == Verdict::may_be_inside) {
        ++m_summary.date_may_fall_outside;
        incident.findings.push_back(
            {"date-may-fall-outside", Severity::note, reports.front().file, reports.front().row, "event_date",
             "the date is uncertain and may fall outside the days asked for; the incident is kept",
             incident.id, std::nullopt});
    }
    m_duplicates.add(incident, numbers.front(), reports.front().source);
    if (incident.status == Status::unresolved && !stated.empty()) ++m_not_found_in[stated];
    std::erase_if(incident.findings, [this](const Finding& finding) { return is_ignored(finding); });
    for (const Finding& finding : incident.findings) note(finding, cell_of(finding, reports));
    for (const Question& question : incident.questions) m_questions.add(question);
    tell(incident);
    for (std::size_t i = 0; i < reports.size(); ++i)
        m_layers->add_report(reports[i], incident.own_locations[i], rows());
    for (std::uint32_t number : numbers.subspan(reports.size())) {
        Report report = m_store.report(number);
        report[Column::incident_id] = incident.id;
        m_assembler.find_source(report);
        m_layers->add_report(report, nullptr, rows());
    }
    m_layers->add(incident, rows());
}

/// Makes one of those incidents that a person, or --merge-above, holds for one. For the latter all are placed
/// once before.
void Build::merge_incidents() {
    for (const Finding& finding : m_duplicates.merge_decided(m_order)) write_finding(finding);
    if (m_options.merge_above) {
        Decisions decisions = m_decisions;  // what is counted about their use is counted once
        Assembler assembler(m_resolver, decisions, m_sources);
        std::vector<Report> reports;
        m_order.for_each_incident([&](std::span<const std::uint32_t> numbers) {
            read_incident(numbers, reports);
            const Incident incident = assembler.assemble(reports);
            m_duplicates.add(incident, numbers.front(), reports.front().source);
            write_answers();
            m_resolver.forget_if_large();
        });
        m_duplicates.merge_above(*m_options.merge_above, m_order, m_store);
    }
    m_summary.merged = static_cast<std::int64_t>(m_duplicates.merges().size());
}

/// The first reports of an incident. Those of an incident that was merged into it get its id.
void Build::read_incident(std::span<const std::uint32_t> numbers, std::vector<Report>& reports) {
    reports.clear();
    m_merged_ids.clear();
    for (std::uint32_t number : numbers.first(std::min(numbers.size(), Assembler::most_reports))) {
        Report& report = reports.emplace_back(m_store.report(number));
        if (report[Column::incident_id] != reports.front()[Column::incident_id]) {
            m_merged_ids.insert(report[Column::incident_id]);
            report[Column::incident_id] = reports.front()[Column::incident_id];
        }
        m_assembler.find_source(report);
        read_cells(report, m_options.read);
    }
}

/// What of an incident had other ids, and by whose decision it is one.
void Build::tell_merged(Incident& incident, const Report& first, std::span<const std::uint32_t> numbers) {
    if (m_merged_ids.empty()) return;
    const std::string ids = joined({m_merged_ids.begin(), m_merged_ids.end()}, ", ");
    for (const std::string& reason : m_duplicates.reasons(numbers)) {
        incident.findings.push_back(
            {"reports-merged", Severity::note, first.file, first.row, "incident_id",
             reason + ". The incident_id '" + incident.id + "' stands for " + ids + " too", incident.id,
             std::nullopt});
    }
}

void Build::place_incidents() {
    std::vector<Report> reports;
    std::int64_t done = 0;
    m_order.for_each_incident([&](std::span<const std::uint32_t> numbers) {
        read_incident(numbers, reports);
        Incident incident = m_assembler.assemble(reports);
        if (numbers.size() > reports.size()) {
            incident.findings.push_back(
                {"too-many-reports", Severity::warning, reports.front().file, reports.front().row,
                 "incident_id",
                 std::to_string(numbers.size()) + " rows share the incident_id '" + incident.id +
                     "'; the incident was put together from the first " + std::to_string(reports.size()) +
                     ". Check that the column is the right one",
                 incident.id, std::nullopt});
        }
        tell_merged(incident, reports.front(), numbers);
        take_incident(std::move(incident), reports, numbers);
        write_answers();
        m_resolver.forget_if_large();
        if (++done % 1'000 == 0)
            m_reporter.progress(
                {"placing incidents", done, static_cast<std::int64_t>(m_order.incident_count())});
    });
}

/// Most places that were not found lie in one country of which the loaded gazetteers know little: which file
/// helps.
std::string Build::gazetteer_advice() const {
    // GeoNames' file of a country has more than what comes with the program.
    constexpr std::int64_t few_places = 10'000;
    std::int64_t all = 0;
    auto worst = m_not_found_in.end();
    for (auto it = m_not_found_in.begin(); it != m_not_found_in.end(); ++it) {
        all += it->second;
        if (worst == m_not_found_in.end() || it->second > worst->second) worst = it;
    }
    if (worst == m_not_found_in.end() || worst->second * 2 < all) return {};
    std::int64_t known = 0;
    for (const Gazetteer& gazetteer : m_resolver.gazetteers()) {
        for (const KindCount& country : gazetteer.info().countries)
            known += country.what == worst->first ? country.count : 0;
    }
    if (known >= few_places) return {};
    const std::string& code = worst->first;
    return "Most places that were not found are stated to be in " + country_name(code) +
           ", of which the gazetteers loaded know " + std::to_string(known) +
           " places. Its villages are in " + code +
           ".zip of GeoNames, its provinces' names in admin1CodesASCII.txt "
           "(https://download.geonames.org/export/dump/, CC BY 4.0). Download both, then\n" +
           "  incidentmap gazetteer import geonames " + code + ".zip admin1CodesASCII.txt --only " + code +
           " --default\nadds them for every build from then on";
}

void Build::finish() {
    write_answers();
    for (const Decisions::Used& used : m_decisions.used()) add_decision_row(used, m_decisions.file(), rows());
    for (const DecisionRow& merge : m_duplicates.merges())
        add_decision_row({merge, Location{}}, merge.row > 0 ? m_duplicates.file() : "", rows());
    if (m_writer) m_layers->finish(m_sources, [&]() -> FeatureBatch& { return m_writer->rows(); });
    m_summary.counts = m_layers->counts();
    m_record->add_rows(m_summary.counts, m_summary.reports, rows());
    m_reporter.phase("writing");
    m_reporter.progress({"writing"});
    if (m_writer) m_summary.written = m_writer->finish();
    m_summary.gazetteer_advice = gazetteer_advice();
}

void Build::open_outputs(const std::string& stem, const std::vector<std::string>& sources) {
    OutputRequest request;
    request.output = m_options.output;
    request.schema = m_options.schema;
    request.stem = stem;
    request.formats = m_options.formats;
    request.input_paths = m_options.inputs;
    request.input_paths.insert(request.input_paths.end(), sources.begin(), sources.end());
    if (!m_options.weapon_ranges.empty()) request.input_paths.push_back(m_options.weapon_ranges);
    if (!m_options.boundaries.empty()) {
        m_boundaries = read_boundaries(m_options.boundaries);
        request.input_paths.push_back(m_options.boundaries);
    }
    if (m_decision_table) request.input_paths.push_back(m_decision_table->path().string());
    request.extra_headers = m_extra;
    request.last_change = m_record->last_change();
    request.build_id = m_record->build_id();
    request.picture = m_options.picture;
    request.texts = m_options.texts;
    request.crs = m_options.crs;
    request.replace = m_options.replace;
    request.ground = {m_resolver.gazetteers(), m_boundaries ? &*m_boundaries : nullptr};
    m_writer.emplace(std::move(request));
}

BuildSummary Build::run() {
    for (const Gazetteer& gazetteer : m_resolver.gazetteers()) m_reporter.detail(in_words(gazetteer));
    m_reporter.phase("opening inputs and outputs");
    open_inputs();
    const std::vector<std::string> sources = source_tables();
    const std::string stem =
        m_options.inputs.front() == "-" ? "incidents" : fs::path(m_options.inputs.front()).stem().string();
    freeze(stem);
    open_decisions();
    if (m_options.use_decisions) m_duplicates.open(duplicates_path(m_options.inputs, m_options.same));
    m_record.emplace(m_options, sources, m_decision_table ? &*m_decision_table : nullptr,
                     m_duplicates.table(), m_resolver.gazetteers(), m_answers.earlier());
    m_summary.build_id = m_record->build_id();
    if (m_options.write) open_outputs(stem, sources);
    m_layers.emplace(layer_builder());
    read_sources(sources);
    for (const Finding& finding : m_decisions.findings()) write_finding(finding);
    for (const Finding& finding : m_range_findings) write_finding(finding);
    m_reporter.phase("reading reports");
    read_reports();
    if (m_summary.reports == 0)
        throw Error{"there is no report in " + joined(m_options.inputs, ", ") +
                    (m_options.write ? "; nothing was written" : "")};
    merge_incidents();
    m_reporter.phase("placing incidents");
    place_incidents();
    for (const Finding& finding : m_decisions.findings_of_use()) write_finding(finding);
    finish();
    m_summary.frozen = m_answers.frozen();
    m_reporter.phase("listing questions");
    if (m_options.write) ask();
    return std::move(m_summary);
}

}  // namespace

BuildSummary run_build(const BuildOptions& options, const BuildReporter& reporter) {
    reporter.phase("opening gazetteers");
    return Build(options, reporter).run();
}

}  // namespace incidentmap
