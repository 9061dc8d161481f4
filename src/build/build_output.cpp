// SPDX-License-Identifier: MIT
#include "build/build_output.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "gazetteer/country.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

RingOptions ring_options(const BuildRequest& request, Resolver& resolver) {
    RingOptions rings;
    rings.radii_km = request.rings_km;
    if (request.around == "launch_sites") {
        rings.around = RingOptions::Around::launch_sites;
    } else if (request.around != "bases") {
        const Location& middle = resolver.resolve({request.around, {}, {}, {}, std::nullopt});
        if (middle.status != Status::resolved)
            throw UsageError{"--around " + request.around + ": " + reasons_text(middle)};
        rings.around = RingOptions::Around::locality;
        rings.locality = middle;
        rings.words = request.around;
    }
    return rings;
}

std::optional<Boundaries> boundaries_of(const BuildRequest& request) {
    if (!request.write || request.boundaries.empty()) return std::nullopt;
    return read_boundaries(request.boundaries);
}

bool is_split(const BuildRequest& request) { return request.write && !request.split_by.empty(); }

LayerBuilderOptions layer_options_of(const BuildRequest& request, Resolver& resolver) {
    LayerBuilderOptions options;
    options.country_name = [](std::string_view code) { return country_name(code); };
    options.place_details = [](const Location& location) -> std::optional<PlaceDetails> {
        if (location.place_id.empty()) return std::nullopt;
        return PlaceDetails{location.extent_m, location.accuracy_m, location.place_source};
    };
    if (!request.rings_km.empty()) options.rings = ring_options(request, resolver);
    return options;
}

}  // namespace

OutputRequest output_request(const BuildRequest& request, OutputFacts facts, const MapGround& ground) {
    OutputRequest files;
    files.output = request.output;
    files.schema = request.schema;
    files.stem = std::move(facts.stem);
    files.formats = request.formats;
    files.columns = ColumnChoice(request.columns);
    files.input_paths = std::move(facts.input_paths);
    files.extra_headers = std::move(facts.extra_columns);
    files.last_change = std::move(facts.last_change);
    files.build_id = std::move(facts.build_id);
    files.picture = request.picture;
    files.texts = request.texts;
    files.maps = request.maps;
    files.crs = request.crs;
    files.replace = request.replace;
    files.ground = ground;
    files.basis = std::move(facts.basis);
    files.is_dry_run = request.dry_run;
    files.shard = request.shard;
    files.withheld = facts.withheld;
    files.frame = facts.frame;
    files.shows_all = request.extent == "incidents";
    if (request.shard && !files.schema.empty()) files.schema += request.shard->suffix();
    return files;
}

BuildOutput::BuildOutput(const BuildRequest& request, OutputFacts facts, Resolver& resolver)
    : m_resolver{resolver},
      m_is_public{request.is_public},
      m_language{request.maps.language},
      m_limits{facts.limits},
      m_chooses{request.chooses()},
      m_boundaries{boundaries_of(request)},
      m_options{layer_options_of(request, resolver)},
      m_layers{m_options} {
    const std::vector<std::string> extra_columns = facts.extra_columns;
    if (request.write) ColumnChoice(request.columns).check(extra_columns);
    if (request.lines) {
        m_write_line = request.lines;
        m_lines.emplace(extra_columns);
    } else if (is_split(request)) {
        m_parts.emplace(MapKey(request.split_by, extra_columns), m_layers);
    } else if (request.write) {
        m_writer.emplace(output_request(request, std::move(facts), ground()));
        if (m_chooses) m_answers.emplace();
    }
}

FeatureBatch& BuildOutput::rows() {
    if (m_writer) return m_writer->rows();
    if (m_parts) return m_parts->rows();
    if (!m_lines) m_unwritten.clear();
    return m_unwritten;
}

void BuildOutput::begin(Answers& answers) {
    const std::vector<std::uint32_t> used = answers.take_used();
    m_answered.insert(used.begin(), used.end());
    const std::vector<AnswerRow> taken = answers.take();
    for (const AnswerRow& row : taken) {
        m_answered.insert(row.number);
        if (!m_is_public) add_answer_row(row, rows());
    }
    if (m_is_public) return;
    if (m_answers) m_answers->add(taken);
    if (!m_parts) return;
    m_parts->answers().add(taken);
    m_parts->end_common();
}

void BuildOutput::add(Answers& answers, bool is_kept) {
    const std::vector<AnswerRow> taken = answers.take();
    m_used = answers.take_used();
    if (m_is_public) return m_used.clear();
    std::erase_if(m_used, [this](std::uint32_t number) { return m_answered.contains(number); });
    if (m_parts) {
        m_parts->answers().add(taken);
    } else if (!m_answers) {
        for (const AnswerRow& row : taken) add_answer_row(row, rows());
    } else {
        m_answers->add(taken);
        if (!is_kept) return;
        for (const std::uint32_t number : m_used) m_answers->put(number, rows());
        m_answered.insert(m_used.begin(), m_used.end());
    }
}

void BuildOutput::mark(Incident& incident, const std::vector<Report>& reports, IncidentChoice& choice) {
    m_unwritten.clear();  // what is of no incident has no line
    if (!m_parts) return;
    const MapKey& key = m_parts->key();
    m_values = key.values({incident, reports});
    const bool is_day = key.kind() == KeyKind::date;
    if (is_day && incident.date && (m_values.size() > 1 || incident.date->approximate))
        choice.mark_date(incident, reports);
    if (!is_day && m_values.size() > 1)
        choice.mark_other(incident, reports, key.name(),
                          "its " + key.name() + " is " + values_in_words(m_values));
}

void BuildOutput::end_incident() {
    if (m_parts) m_parts->end_incident(m_values, m_used);
    if (m_lines) m_write_line(m_lines->of(m_unwritten));
}

void BuildOutput::finish_layers(const Sources& sources, std::size_t listed) {
    if (m_writer)
        m_layers.finish(
            sources, [this]() -> FeatureBatch& { return rows(); }, listed);
}

WrittenBuild BuildOutput::write() { return m_writer ? m_writer->finish() : WrittenBuild{}; }

}  // namespace incidentmap
