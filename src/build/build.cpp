// SPDX-License-Identifier: MIT
#include "build/build.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "build/build_output.hpp"
#include "build/build_record.hpp"
#include "build/build_time.hpp"
#include "build/duplicate_reports.hpp"
#include "build/finding_log.hpp"
#include "build/gazetteer_advice.hpp"
#include "build/inputs.hpp"
#include "build/placing.hpp"
#include "build/report_collection.hpp"
#include "core/error.hpp"
#include "core/stream_copies.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "writer/postgis/connection_text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;
using Column = ReportColumn;

/// `curated 0123456789abcdef, world …`: the gazetteers in their order, with the beginnings of their
/// fingerprints.
std::string fingerprints_of(const std::vector<Gazetteer>& gazetteers) {
    std::vector<std::string> names;
    for (const Gazetteer& gazetteer : gazetteers)
        names.push_back(gazetteer.name() + " " + gazetteer.fingerprint().substr(0, 16));
    return joined(names, ", ");
}

/// The GeoPackage whose answers are to be given again: the one that was named, or the one that this build
/// replaces. Empty where the build is not frozen.
std::string frozen_from(const BuildRequest& request, const std::string& stem) {
    if (!request.frozen_from.empty()) return request.frozen_from;
    if (!request.frozen) return {};
    if (is_postgis(request.output))
        throw UsageError{
            "--frozen: the answers of a database are not read; give --frozen-from FILE.gpkg, a build in a "
            "file"};
    const fs::path output = request.output;
    std::error_code ignored;
    const bool is_file =
        !fs::is_directory(output, ignored) && lower_ascii(output.extension().string()) == ".gpkg";
    return (is_file ? output : output / (stem + ".gpkg")).string();
}

/// The decisions beside the inputs, or those that were named.
std::optional<DecisionTable> open_decisions(const BuildRequest& request,
                                            const std::vector<std::string>& lasting, Reporter& reporter) {
    const auto path = request.use_decisions ? decisions_path(lasting, request.decisions) : std::nullopt;
    if (!path) return std::nullopt;
    for (const std::string& input : request.inputs) {
        std::error_code ignored;
        if (fs::equivalent(*path, input, ignored))
            throw UsageError{input + " holds decisions and cannot be an input too"};
    }
    DecisionTable table(*path);
    const auto decided = std::count_if(table.rows().begin(), table.rows().end(),
                                       [](const DecisionRow& row) { return !row.decision.empty(); });
    if (decided > 0)
        reporter.say(table.name() + ": " + std::to_string(decided) +
                     (decided == 1 ? " decision" : " decisions"));
    return table;
}

DuplicateReports open_duplicates(const BuildRequest& request, const std::vector<std::string>& lasting) {
    DuplicateReports duplicates;
    if (request.use_decisions) duplicates.open(duplicates_path(lasting, request.same));
    return duplicates;
}

OutputFacts output_facts(const BuildRequest& request, const Inputs& inputs, const DecisionTable* decisions,
                         const BuildRecord& record) {
    OutputFacts facts;
    facts.stem = inputs.stem();
    facts.input_paths = request.inputs;
    facts.input_paths.insert(facts.input_paths.end(), inputs.source_tables().begin(),
                             inputs.source_tables().end());
    for (const std::string& table : {request.weapon_ranges, request.boundaries}) {
        if (!table.empty()) facts.input_paths.push_back(table);
    }
    if (decisions != nullptr) facts.input_paths.push_back(decisions->path().string());
    facts.extra_columns = inputs.extra_columns();
    facts.last_change = record.last_change();
    facts.build_id = record.build_id();
    return facts;
}

CheckOptions check_options(const BuildRequest& request, FindingLog& findings) {
    CheckOptions checks{today(request.inputs, request.write), {}};
    if (request.weapon_ranges.empty()) return checks;
    std::vector<Finding> unreadable;
    checks.ranges = WeaponRanges::read(request.weapon_ranges, unreadable);
    findings.add(unreadable);
    return checks;
}

/// \throws Error where there is none
void read_reports(const BuildRequest& request, Inputs& inputs, ReportCollection& reports,
                  DuplicateReports& duplicates, BuildRecord& record, Reporter& reporter) {
    inputs.read(
        [&](Report& report, bool is_standard_input) {
            const std::uint32_t number = reports.add(report);
            duplicates.meet(report, number);
            if (is_standard_input) record.add_row(report);
        },
        reporter);
    if (reports.size() > 0) return;
    throw Error{"there is no report in " + joined(request.inputs, ", ") +
                (request.write ? "; nothing was written" : "")};
}

/// What of an incident had other ids, and by whose decision it is one.
void tell_merged(Incident& incident, const IncidentReports& reports, const DuplicateReports& duplicates) {
    if (reports.merged_ids.empty()) return;
    const Report& first = reports.first.front();
    const std::string ids = joined({reports.merged_ids.begin(), reports.merged_ids.end()}, ", ");
    for (const std::string& reason : duplicates.reasons(reports.numbers)) {
        incident.findings.push_back(
            {"reports-merged", Severity::note, first.file, first.row, "incident_id",
             reason + ". The incident_id '" + incident.id + "' stands for " + ids + " too", incident.id,
             std::nullopt});
    }
}

/// The country that the reports state, by its code; empty where none does.
std::string stated_country(const IncidentReports& reports) {
    for (const Report& report : reports.first) {
        if (std::string code = country_code(report[Column::country]); !code.empty()) return code;
    }
    return {};
}

/// Whether an incident is asked for; counts those that are not.
bool is_asked_for(const BuildRequest& request, Incident& incident, const IncidentReports& reports,
                  const std::string& country, BuildSummary& summary) {
    const Verdict verdict = judge(request.filter, incident, country);
    if (verdict == Verdict::outside) ++summary.left_out_by_filter;
    if (verdict == Verdict::may_be_inside) {
        const Report& first = reports.first.front();
        ++summary.date_may_fall_outside;
        incident.findings.push_back(
            {"date-may-fall-outside", Severity::note, first.file, first.row, "event_date",
             "the date is uncertain and may fall outside the days asked for; the incident is kept",
             incident.id, std::nullopt});
    }
    return verdict != Verdict::outside;
}

/// The rows of an incident and of all its reports.
void add_rows(const Incident& incident, const IncidentReports& reports, ReportCollection& collection,
              Placing& placing, BuildOutput& output) {
    for (std::size_t i = 0; i < reports.first.size(); ++i)
        output.layers().add_report(reports.first[i], incident.own_locations[i], output.rows());
    for (const std::uint32_t number : reports.numbers.subspan(reports.first.size())) {
        Report report = collection.later_report(number, incident.id);
        placing.find_source(report);
        output.layers().add_report(report, nullptr, output.rows());
    }
    output.layers().add(incident, output.rows());
}

/// The rows of what was answered since, and of what people, and --merge-above, decided.
void add_last_rows(Answers& answers, const Decisions& decisions, const DuplicateReports& duplicates,
                   BuildOutput& output) {
    output.add(answers.take());
    for (const Decisions::Used& used : decisions.used())
        add_decision_row(used, decisions.file(), output.rows());
    for (const DecisionRow& merge : duplicates.merges())
        add_decision_row({merge, Location{}}, merge.row > 0 ? duplicates.file() : "", output.rows());
}

/// Leaves to a person what nobody decided. The layers are written by now, and stay whatever becomes of this.
void ask(const BuildRequest& request, const QuestionList& questions, DecisionTable* table,
         DuplicateReports& duplicates, ReportCollection& reports, BuildSummary& summary) {
    if (!request.write) return;
    try {
        summary.questions = questions.write_to(table, request.ask);
        if (request.use_decisions)
            summary.pairs = duplicates.propose(reports.order(), reports.store(), request.ask);
    } catch (const Error& error) {
        summary.written.obstacles.push_back(std::string(error.what()) +
                                            "; the layers are written all the same");
    }
}

/// \param lasting the inputs that are files: what belongs to them lies beside them
BuildSummary build_from(const BuildRequest& request, const std::vector<std::string>& lasting,
                        Reporter& reporter) {
    BuildSummary summary;
    reporter.phase("opening gazetteers");
    Resolver resolver(open_gazetteers(request.gazetteers));
    Answers answers(fingerprints_of(resolver.gazetteers()));
    resolver.keep_in(answers);
    for (const Gazetteer& gazetteer : resolver.gazetteers()) reporter.detail(in_words(gazetteer));

    reporter.phase("opening inputs and outputs");
    Inputs inputs(request, lasting, reporter);
    summary.frozen_from = frozen_from(request, inputs.stem());
    if (!summary.frozen_from.empty()) answers.freeze(summary.frozen_from);
    auto decision_table = open_decisions(request, lasting, reporter);
    DecisionTable* const asked = decision_table ? &*decision_table : nullptr;
    Decisions decisions = asked ? Decisions(*asked, resolver, request.read.date_order) : Decisions{};
    DuplicateReports duplicates = open_duplicates(request, lasting);
    BuildRecord record(request, inputs.source_tables(), asked, duplicates.table(), resolver.gazetteers(),
                       answers.earlier());
    summary.build_id = record.build_id();
    BuildOutput output(request, output_facts(request, inputs, asked, record), resolver);
    FindingLog findings(request.ignored, output, reporter);
    Sources sources;
    findings.add(inputs.read_sources(sources, reporter));
    findings.add(decisions.findings());
    CheckOptions checks = check_options(request, findings);

    reporter.phase("reading reports");
    ReportCollection reports;
    read_reports(request, inputs, reports, duplicates, record, reporter);
    summary.reports = reports.size();
    findings.add(inputs.survey(reporter));
    reports.read_as(inputs.read_options());
    findings.add(duplicates.merge_decided(reports.order()));
    if (request.merge_above) {
        Decisions counted_later = decisions;  // what is counted about their use is counted once
        Placing first_placing(resolver, counted_later, sources, {});
        first_placing.for_each_incident(reports, [&](const Incident& incident, const IncidentReports& of_it) {
            duplicates.add(incident, of_it.numbers.front(), of_it.first.front().source);
            output.add(answers.take());
        });
        duplicates.merge_above(*request.merge_above, reports.order(), reports.store());
    }
    summary.merged = static_cast<std::int64_t>(duplicates.merges().size());

    reporter.phase("placing incidents");
    QuestionList questions;
    NotFoundPlaces not_found;
    std::int64_t placed = 0;
    Placing placing(resolver, decisions, sources, std::move(checks));
    placing.for_each_incident(reports, [&](Incident& incident, const IncidentReports& of_it) {
        const std::string country = stated_country(of_it);
        tell_merged(incident, of_it, duplicates);
        if (is_asked_for(request, incident, of_it, country, summary)) {
            duplicates.add(incident, of_it.numbers.front(), of_it.first.front().source);
            if (incident.status == Status::unresolved) not_found.add(country);
            findings.note(incident.findings, of_it.first);
            questions.add(incident.questions);
            tell(incident, summary);
            add_rows(incident, of_it, reports, placing, output);
        }
        output.add(answers.take());
        if (++placed % 1'000 == 0) reporter.show({"placing incidents", placed, reports.incident_count()});
    });
    findings.add(decisions.findings_of_use());
    add_last_rows(answers, decisions, duplicates, output);
    output.finish_layers(sources);
    summary.counts = output.layers().counts();
    record.add_rows(summary.counts, summary.reports, output.rows());
    summary.findings = findings.by_code();
    reporter.phase("writing");
    reporter.show({"writing"});
    summary.written = output.write();
    summary.gazetteer_advice = not_found.advice(resolver.gazetteers());
    summary.frozen = answers.frozen();

    reporter.phase("listing questions");
    ask(request, questions, asked, duplicates, reports, summary);
    return summary;
}

}  // namespace

BuildSummary run_build(const BuildRequest& request, Reporter& reporter) {
    StreamCopies copies;  // what can be read only once is read once
    BuildRequest kept = request;
    std::vector<std::string> lasting;
    for (std::string& input : kept.inputs) {
        const std::string given = std::exchange(input, copies.path_of(input));
        if (input == given && input != "-") lasting.push_back(input);
    }
    for (std::string* table : {&kept.sources, &kept.weapon_ranges, &kept.boundaries})
        *table = copies.path_of(*table);
    return build_from(kept, lasting, reporter);
}

}  // namespace incidentmap
