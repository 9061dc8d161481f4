// SPDX-License-Identifier: MIT
#include "layer/layer_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "geodesy/footprint.hpp"
#include "geodesy/map_shapes.hpp"
#include "layer/drawn_places.hpp"
#include "layer/incident_rows.hpp"
#include "layer/report_row.hpp"
#include "layer/row_writer.hpp"
#include "layer/source_uses.hpp"
#include "layer/summary_rows.hpp"
#include "locate/remembered.hpp"

namespace incidentmap {
struct LayerBuilder::State {
    explicit State(LayerBuilderOptions asked) : options{std::move(asked)}, countries{options.country_name} {}

    /// Starts a feature of the batch.
    RowWriter laid(FeatureBatch& batch, LayerId layer) {
        ++counts.by_layer[index_of(layer)];
        batch.start(layer);
        return RowWriter(batch, layer);
    }
    RowWriter laid(FeatureBatch& batch, LayerId layer, Geometry&& geometry) {
        ++counts.by_layer[index_of(layer)];
        batch.start(layer, std::move(geometry));
        return RowWriter(batch, layer);
    }
    /// The number of the incident that was added last, from 1.
    std::uint64_t serial() const { return static_cast<std::uint64_t>(counts.incidents); }

    void add_places(const Incident& incident, FeatureBatch& batch);
    void add_launches(const Incident& incident, FeatureBatch& batch);
    void finish_bases(const Rows& rows);
    void finish_areas(const Rows& rows);
    void finish_rings(const Rows& rows);
    void finish_sources(const Sources& known, std::size_t listed, const Rows& rows);

    LayerBuilderOptions options;
    CountryNames countries;
    LayerCounts counts;
    DrawnPlaces drawn;
    SourceUses uses;
    IncidentTally tally;
    std::vector<std::size_t> sources;  ///< of the reports of the incident that comes next
    Remembered<MultiPolygon> outlines{256};
    Remembered<MultiLine> lines{8192};
    std::int64_t own_findings = 0;
};

void LayerBuilder::State::add_places(const Incident& incident, FeatureBatch& batch) {
    for (std::size_t i = 0; i < incident.locations.size(); ++i) {
        const Location& location = *incident.locations[i].location;
        if (location.status == Status::coarse) {
            const MultiPolygon& area =
                outlines.get(location, nullptr, [&] { return outline(location.footprint); });
            place_row(laid(batch, LayerId::attack_areas, area), incident, i, countries);
        } else if (location.status == Status::resolved) {
            const LayerId layer = incident.is_attack ? LayerId::attacks : LayerId::other_incidents;
            place_row(laid(batch, layer, location.likely), incident, i, countries);
            tally.drawn.push_back({drawn.add_place(location, incident, serial()), false});
        } else {
            not_mapped_place_row(laid(batch, LayerId::not_mapped), incident, i, countries);
        }
    }
}

void LayerBuilder::State::add_launches(const Incident& incident, FeatureBatch& batch) {
    for (std::size_t i = 0; i < incident.launches.size(); ++i) {
        const Location& location = *incident.launches[i].location;
        if (location.status == Status::resolved) {
            launch_site_row(laid(batch, LayerId::launch_sites, location.likely), incident, i, countries);
            tally.drawn.push_back({drawn.add_launch(location, incident, serial()), true});
        } else if (!location.has_place()) {
            not_mapped_launch_row(laid(batch, LayerId::not_mapped), incident, i, countries);
        }
    }
    for (const LaunchToTarget& measure : incident.measures) {
        const Location& from = *incident.launches[measure.launch].location;
        const Location& to = *incident.locations[measure.location].location;
        if (from.status != Status::resolved || to.status != Status::resolved) continue;
        // Where both ends are one position there is no line; a finding tells so.
        if (coincide(from.likely, to.likely)) continue;
        const MultiLine& line = lines.get(from, &to, [&] { return map_line(from.likely, to.likely); });
        line_row(laid(batch, LayerId::launch_to_target, line), incident, measure, countries);
    }
}

void LayerBuilder::State::finish_bases(const Rows& rows) {
    for (const HitBase& base : drawn.bases()) {
        const auto details = options.place_details ? options.place_details(base.location) : std::nullopt;
        base_row(laid(rows(), LayerId::bases, base.location.likely), base, details, countries);
    }
}

void LayerBuilder::State::finish_areas(const Rows& rows) {
    for (const DrawnPlace& place : drawn.places()) {
        MultiPolygon area = map_outline(place.location.footprint);
        if (area.polygons.empty()) continue;
        const double km2 = map_area_km2(place.location.footprint);
        possible_area_row(laid(rows(), LayerId::uncertainty, std::move(area)), place, km2, countries);
    }
}

void LayerBuilder::State::finish_rings(const Rows& rows) {
    if (!options.rings) return;
    const RingOptions& rings = *options.rings;
    const auto draw = [&](const Location& location, std::uint64_t id, std::string_view around,
                          std::optional<std::int64_t> incidents) {
        for (double radius_km : rings.radii_km) {
            ring_row(laid(rows(), LayerId::range_rings, distance_ring(location.likely, radius_km * 1000)),
                     location, id, radius_km, around, incidents);
        }
    };
    switch (rings.around) {
        case RingOptions::Around::bases:
            for (const HitBase& hit : drawn.bases()) {
                draw(hit.location, hash128(hit.location.place_id).high, "bases", hit.attacks.count());
            }
            break;
        case RingOptions::Around::launch_sites:
            for (const RingSite& site : drawn.launch_sites())
                draw(site.location, site.id, "launch_sites", site.count);
            break;
        case RingOptions::Around::locality:
            if (rings.locality && rings.locality->has_place()) {
                draw(*rings.locality, identity_of(*rings.locality).high, rings.words, std::nullopt);
            }
            break;
    }
}

void LayerBuilder::State::finish_sources(const Sources& known, std::size_t listed, const Rows& rows) {
    const auto counted = uses.counts();
    for (std::size_t i = 0; i < known.all().size(); ++i) {
        const bool is_used = i < counted.size() && counted[i].reports > 0;
        if (i >= listed && !is_used) continue;
        source_row(laid(rows(), LayerId::sources), known.all()[i],
                   i < counted.size() ? counted[i] : SourceUse{});
    }
}

LayerBuilder::LayerBuilder(LayerBuilderOptions options)
    : m_state{std::make_unique<State>(std::move(options))} {}
LayerBuilder::~LayerBuilder() = default;
LayerBuilder::LayerBuilder(LayerBuilder&&) noexcept = default;
LayerBuilder& LayerBuilder::operator=(LayerBuilder&&) noexcept = default;

void LayerBuilder::add_report(const Report& report, const Location* own_place, FeatureBatch& batch) {
    const auto count = [&](std::size_t source) {
        m_state->uses.add(source, report[ReportColumn::incident_id]);
        m_state->sources.push_back(source);
    };
    count(report.source);
    for (const std::size_t source : report.further_sources) count(source);
    report_row(m_state->laid(batch, LayerId::reports), report, own_place);
}

void LayerBuilder::add(const Incident& incident, FeatureBatch& batch) {
    State& state = *m_state;
    ++state.counts.incidents;
    ++state.counts.by_status[static_cast<std::size_t>(incident.status)];
    state.tally = {incident.id,
                   incident.status,
                   incident.is_attack,
                   incident.date,
                   {},
                   std::exchange(state.sources, {})};
    state.add_places(incident, batch);
    state.add_launches(incident, batch);
    for (std::size_t i = 0; i < incident.disagreements.size(); ++i) {
        RowWriter cells = state.laid(batch, LayerId::disagreements);
        fill_id(cells, "disagreement_id", incident.id, "d", i + 1);
        disagreement_row(cells, incident.disagreements[i]);
    }
    for (std::size_t i = 0; i < incident.findings.size(); ++i) {
        RowWriter cells = state.laid(batch, LayerId::findings);
        fill_id(cells, "finding_id", incident.id, "f", i + 1);
        finding_row(cells, incident.findings[i]);
    }
    incident_row(state.laid(batch, LayerId::incidents), incident);
}

void LayerBuilder::add_finding(const Finding& finding, FeatureBatch& batch) {
    RowWriter cells = m_state->laid(batch, LayerId::findings);
    cells.joined("finding_id", {"finding-", std::to_string(++m_state->own_findings)});
    finding_row(cells, finding);
}

const IncidentTally& LayerBuilder::tally() const { return m_state->tally; }

const Location& LayerBuilder::drawn_location(std::uint32_t index) const {
    return m_state->drawn.location(index);
}

const Hash128& LayerBuilder::drawn_identity(std::uint32_t index) const {
    return m_state->drawn.identity(index);
}

void LayerBuilder::recount(const IncidentTally& tally, const LayerBuilder& of) {
    State& state = *m_state;
    ++state.counts.incidents;
    ++state.counts.by_status[static_cast<std::size_t>(tally.status)];
    for (const std::size_t source : tally.sources) state.uses.add(source, tally.id);
    Incident incident;
    incident.id = tally.id;
    incident.is_attack = tally.is_attack;
    incident.date = tally.date;
    for (const IncidentTally::Drawn& drawn : tally.drawn) {
        const Location& location = of.drawn_location(drawn.location);
        if (drawn.is_launch) {
            state.drawn.add_launch(location, incident, state.serial());
        } else {
            state.drawn.add_place(location, incident, state.serial());
        }
    }
}

void LayerBuilder::recount(const FeatureBatch& rows, std::size_t first) {
    for (std::size_t i = first; i < rows.size(); ++i) ++m_state->counts.by_layer[index_of(rows[i].layer)];
}

void LayerBuilder::finish(const Sources& sources, const Rows& rows, std::size_t listed) {
    State& state = *m_state;
    state.finish_bases(rows);
    state.finish_areas(rows);
    state.finish_rings(rows);
    state.finish_sources(sources, listed, rows);
}

const LayerCounts& LayerBuilder::counts() const { return m_state->counts; }

void add_answer_row(const AnswerRow& row, FeatureBatch& batch) {
    batch.start(LayerId::answers);
    answer_row(RowWriter(batch, LayerId::answers), row);
}

void add_decision_row(const Decisions::Used& used, const std::string& file, FeatureBatch& batch) {
    batch.start(LayerId::decisions);
    decision_row(RowWriter(batch, LayerId::decisions), used, file);
}

void add_build_row(std::string_view section, std::string_view name, std::string_view value,
                   FeatureBatch& batch) {
    batch.start(LayerId::build);
    build_row(RowWriter(batch, LayerId::build), section, name, value);
}

}  // namespace incidentmap
