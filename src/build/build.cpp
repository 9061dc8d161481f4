// SPDX-License-Identifier: MIT
#include "build/build.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "build/build_maps.hpp"
#include "build/build_output.hpp"
#include "build/build_record.hpp"
#include "build/build_time.hpp"
#include "build/dependencies.hpp"
#include "build/depfile.hpp"
#include "build/duplicate_reports.hpp"
#include "build/finding_log.hpp"
#include "build/frozen_builds.hpp"
#include "build/gazetteer_advice.hpp"
#include "build/incident_choice.hpp"
#include "build/inputs.hpp"
#include "build/map_frame.hpp"
#include "build/placing.hpp"
#include "build/public_edition.hpp"
#include "build/report_collection.hpp"
#include "core/error.hpp"
#include "core/stream_copies.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "geodesy/map_crs.hpp"
#include "locate/answers.hpp"
#include "stored/kept_answers.hpp"
#include "writer/formats.hpp"
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

OutputFacts output_facts(const BuildRequest& request, const std::string& stem, const Inputs& inputs,
                         const DecisionTable* decisions, const BuildRecord& record, Resolver& resolver) {
    OutputFacts facts;
    facts.stem = stem;
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
    facts.basis = record.basis(request);
    facts.frame = map_frame(request.extent, resolver);
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

/// The rows of an incident and of all its reports.
void add_rows(const Incident& incident, const IncidentReports& reports, ReportCollection& collection,
              Placing& placing, PublicEdition* edition, BuildOutput& output) {
    for (std::size_t i = 0; i < reports.first.size(); ++i)
        output.layers().add_report(reports.first[i], incident.own_locations[i], output.rows());
    for (const std::uint32_t number : reports.numbers.subspan(reports.first.size())) {
        Report report = collection.later_report(number, incident.id);
        placing.find_source(report);
        if (edition != nullptr) edition->rewrite_further(report);
        output.layers().add_report(report, nullptr, output.rows());
    }
    output.layers().add(incident, output.rows());
}

/// The rows of what people, and --merge-above, decided.
void add_last_rows(const Decisions& decisions, const DuplicateReports& duplicates, BuildOutput& output) {
    for (const Decisions::Used& used : decisions.used())
        add_decision_row(used, decisions.file(), output.rows());
    for (const DecisionRow& merge : duplicates.merges())
        add_decision_row({merge, Location{}}, merge.row > 0 ? duplicates.file() : "", output.rows());
}

/// Leaves to a person what nobody decided. The layers are written by now, and stay whatever becomes of this.
void ask(const BuildRequest& request, const QuestionList& questions, DecisionTable* table,
         DuplicateReports& duplicates, ReportCollection& reports, BuildSummary& summary) {
    if (!request.write) return;
    // Several shards would write into one table at once, and what they ask the whole build asks.
    const bool may_add = request.ask && !request.shard && !request.dry_run && !request.is_public;
    try {
        summary.questions = questions.write_to(table, may_add);
        if (request.use_decisions)
            summary.pairs = duplicates.propose(reports.order(), reports.store(), may_add);
    } catch (const Error& error) {
        summary.written.obstacles.push_back(std::string(error.what()) +
                                            "; the layers are written all the same");
    }
}

/// What makes no sense whatever is read.
void check_request(const BuildRequest& request) {
    if (request.lines && !request.split_by.empty())
        throw UsageError{"--split-by writes several maps, and -o - is one stream"};
    if (request.lines && !request.depfile.empty())
        throw UsageError{"--depfile is for files, and -o - is a stream"};
    if (request.same_frame && request.split_by.empty())
        throw UsageError{"--same-frame is for the maps of a split: give --split-by too"};
    if (request.lines && (request.is_public || !request.dropped.empty()))
        throw UsageError{"--public and --drop are for files: -o - is a stream, which nothing looks through"};
    if (!request.depfile.empty() && is_postgis(request.output))
        throw UsageError{"--depfile is for files, and " + request.output + " is a database"};
    if (request.split_by.empty() || is_postgis(request.output)) return;
    const fs::path output = request.output;
    std::error_code ignored;
    if (!fs::is_directory(output, ignored) && !output.extension().empty() &&
        std::any_of(formats().begin(), formats().end(), [&](const Format& format) {
            return lower_ascii(output.extension().string()) == format.extension;
        }))
        throw UsageError{"--split-by writes several maps: give a folder instead of " + request.output};
    asked_formats(request.formats);
    if (!request.crs.empty()) MapCrs::named(request.crs);
}

/// Whether an incident is of this shard. One that is not is placed all the same where a decision may be about
/// it, so that each shard knows how all decisions are used.
bool is_placed(const BuildRequest& request, const Decisions& decisions, const IncidentReports& reports) {
    if (!request.shard || request.shard->holds(reports.first.front()[Column::incident_id])) return true;
    return !decisions.empty() &&
           std::any_of(reports.first.begin(), reports.first.end(),
                       [&](const Report& report) { return decisions.may_be_about(report); });
}

/// A build on its way: what its parts share.
struct Run {
    const BuildRequest& request;
    Reporter& reporter;
    Resolver& resolver;
    Answers& answers;
    Decisions& decisions;
    DuplicateReports& duplicates;
    BuildOutput& output;
    FindingLog& findings;
    Sources& sources;
    ReportCollection& reports;
    PublicEdition* edition;  ///< null: what is known is told
};

/// Places all incidents once ahead of those that are laid out.
void place_ahead(const Run& run, const std::function<void(const Incident&, const IncidentReports&)>& take) {
    Decisions counted_later = run.decisions;  // what is counted about their use is counted once
    Placing placing(run.resolver, counted_later, run.sources, {}, run.request.threads);
    placing.for_each_incident(run.reports, [&](const Incident& incident, const IncidentReports& of_it) {
        take(incident, of_it);
        run.output.add(run.answers, false);
    });
}

/// Learns from all incidents what an edition withholds, before any is laid out.
void learn(const Run& run) {
    if (run.edition == nullptr) return;
    place_ahead(run, [&](const Incident& incident, const IncidentReports& of_it) {
        run.edition->learn(incident, of_it.first);
    });
}

/// Lays an incident out that is kept, as the edition has it, if there is one.
void lay_out(const Run& run, Incident& incident, const IncidentReports& told, IncidentChoice& choice,
             Placing& placing, BuildSummary& summary) {
    IncidentReports edited;
    if (run.edition != nullptr) {
        edited = told;
        if (!run.edition->rewrite(incident, edited.first)) return;
    }
    const IncidentReports& of_it = run.edition != nullptr ? edited : told;
    run.output.mark(incident, of_it.first, choice);
    run.findings.note(incident.findings, of_it.first);
    tell(incident, summary);
    add_rows(incident, of_it, run.reports, placing, run.edition, run.output);
    run.output.end_incident();
}

/// Makes one, without a person, of incidents that are told alike.
void merge_above(const Run& run) {
    if (!run.request.merge_above) return;
    place_ahead(run, [&](const Incident& incident, const IncidentReports& of_it) {
        run.duplicates.add(incident, of_it.numbers.front(), of_it.first.front().source);
    });
    run.duplicates.merge_above(*run.request.merge_above, run.reports.order(), run.reports.store());
}

/// Places all incidents, and gives the rows of those that are asked for.
void place_incidents(const Run& run, IncidentChoice& choice, CheckOptions checks, QuestionList& questions,
                     NotFoundPlaces& not_found, BuildSummary& summary) {
    const BuildRequest& request = run.request;
    std::int64_t placed = 0;
    Placing placing(run.resolver, run.decisions, run.sources, std::move(checks), request.threads);
    const auto is_wanted = [&](const IncidentReports& of_it) {
        return is_placed(request, run.decisions, of_it);
    };
    placing.for_each_incident(
        run.reports,
        [&](Incident& incident, const IncidentReports& of_it) {
            const std::string country = stated_country(of_it);
            const bool is_of_shard = !request.shard || request.shard->holds(incident.id);
            tell_merged(incident, of_it, run.duplicates);
            const bool is_kept = is_of_shard && choice.keeps(incident, of_it.first, country);
            // Frozen, a build must know again where those were that it leaves out for where they were.
            run.output.add(run.answers, is_kept || (is_of_shard && !choice.is_left_out_by_date(incident)));
            if (is_kept) {
                run.duplicates.add(incident, of_it.numbers.front(), of_it.first.front().source);
                if (incident.status == Status::unresolved) not_found.add(country);
                questions.add(incident.questions);
                lay_out(run, incident, of_it, choice, placing, summary);
            }
            if (++placed % 1'000 == 0)
                run.reporter.show({"placing incidents", placed, run.reports.incident_count()});
        },
        is_wanted);
    summary.left_out_by_filter = choice.left_out();
    summary.date_may_fall_outside = choice.dates_in_doubt();
    summary.others_in_doubt = choice.others_in_doubt();
}

/// The files, or those of each map of a split.
void write_all(const Run& run, BuildRecord& record, const OutputFacts& facts, std::size_t listed_sources,
               BuildSummary& summary) {
    const BuildRequest& request = run.request;
    BuildOutput& output = run.output;
    const Sources edited = run.edition != nullptr ? run.edition->published(run.sources) : Sources{};
    const Sources& sources = run.edition != nullptr ? edited : run.sources;
    const std::size_t listed = request.is_public ? 0 : listed_sources;
    if (request.is_public && run.edition != nullptr) add_edition_rows(*run.edition, output, summary);
    summary.counts = output.layers().counts();
    run.reporter.phase("writing");
    run.reporter.show({"writing"});
    if (output.parts() != nullptr) {
        output.parts()->end_common();
        write_maps({request, output, record, facts, sources, listed, summary.reports}, summary, run.reporter);
        return;
    }
    output.finish_layers(sources, listed);
    summary.counts = output.layers().counts();
    record.add_rows(summary.counts, summary.reports, output.rows());
    summary.written = output.write();
}

/// An edition leaves out columns, and what no output may hold is looked for at the end.
void begin_edition(const BuildRequest& request, const Inputs& inputs, Resolver& resolver,
                   const Sources& sources, std::optional<PublicEdition>& edition, OutputFacts& facts) {
    edition.emplace(request, inputs.extra_columns(), resolver, sources);
    facts.extra_columns = edition->extra_columns();
    if (!request.is_public) return;
    facts.withheld = &edition->withheld();
    facts.limits = &edition->limits();
}

/// The name that files of the build begin with.
std::string stem_of(const BuildRequest& request, const Inputs& inputs) {
    return inputs.stem() + (request.is_public ? "_public" : "") +
           (request.shard ? request.shard->suffix() : "");
}

/// \param lasting the inputs that are files: what belongs to them lies beside them
BuildSummary build_from(const BuildRequest& request, const std::vector<std::string>& lasting,
                        Reporter& reporter) {
    BuildSummary summary;
    summary.split_by = request.split_by;
    summary.is_dry_run = request.dry_run;
    reporter.phase("opening gazetteers");
    Resolver resolver(open_gazetteers(request.gazetteers));
    Answers answers(fingerprints_of(resolver.gazetteers()));
    resolver.keep_in(answers);
    for (const Gazetteer& gazetteer : resolver.gazetteers()) reporter.detail(in_words(gazetteer));

    reporter.phase("opening inputs and outputs");
    Inputs inputs(request, lasting, reporter);
    const std::string stem = summary.stem = stem_of(request, inputs);
    const std::vector<std::string> earlier = frozen_from(request, stem);
    KeptAnswers kept(earlier);
    if (!earlier.empty())
        answers.freeze([&](const std::string& id, const Query& query) { return kept.find(id, query); });
    summary.frozen_from = earlier.size() > 1 ? std::to_string(earlier.size()) + " maps in " + request.output
                                             : joined(earlier, "");
    auto decision_table = open_decisions(request, lasting, reporter);
    DecisionTable* const asked = decision_table ? &*decision_table : nullptr;
    Decisions decisions = asked ? Decisions(*asked, resolver, request.read.date_order) : Decisions{};
    DuplicateReports duplicates = open_duplicates(request, lasting);
    BuildRecord record(request, inputs.source_tables(), asked, duplicates.table(), resolver.gazetteers(),
                       kept.entries());
    summary.build_id = record.build_id();
    OutputFacts facts = output_facts(request, stem, inputs, asked, record, resolver);
    IncidentChoice choice(request, inputs.extra_columns(), resolver);
    Sources sources;
    std::optional<PublicEdition> edition;
    if (request.is_public || !request.dropped.empty())
        begin_edition(request, inputs, resolver, sources, edition, facts);
    BuildOutput output(request, facts, resolver);
    FindingLog findings(request.ignored, inputs, output, reporter);
    findings.add(inputs.read_sources(sources, reporter));
    const std::size_t listed_sources = sources.all().size();
    findings.add(decisions.findings());
    CheckOptions checks = check_options(request, findings);

    reporter.phase("reading reports");
    ReportCollection reports;
    read_reports(request, inputs, reports, duplicates, record, reporter);
    summary.reports = reports.size();
    findings.add(inputs.survey(reporter));
    reports.read_as(inputs.read_options());
    findings.add(duplicates.merge_decided(reports.order()));
    const Run run{request,
                  reporter,
                  resolver,
                  answers,
                  decisions,
                  duplicates,
                  output,
                  findings,
                  sources,
                  reports,
                  edition ? &*edition : nullptr};
    output.begin(answers);
    learn(run);
    merge_above(run);
    summary.merged = static_cast<std::int64_t>(duplicates.merges().size());

    reporter.phase("placing incidents");
    QuestionList questions;
    NotFoundPlaces not_found;
    place_incidents(run, choice, std::move(checks), questions, not_found, summary);
    findings.add(decisions.findings_of_use());
    if (!request.is_public) add_last_rows(decisions, duplicates, output);
    summary.findings = findings.by_code();
    write_all(run, record, facts, listed_sources, summary);
    summary.gazetteer_advice = not_found.advice(resolver.gazetteers());
    summary.frozen = answers.frozen();

    reporter.phase("listing questions");
    ask(request, questions, asked, duplicates, reports, summary);
    if (!request.depfile.empty() && !request.dry_run)
        write_depfile(request.depfile, dependencies_of(request, lasting, inputs, asked, summary));
    return summary;
}

}  // namespace

BuildSummary run_build(const BuildRequest& request, Reporter& reporter) {
    check_request(request);
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
