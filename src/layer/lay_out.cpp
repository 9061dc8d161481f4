// SPDX-License-Identifier: MIT
#include "layer/lay_out.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "layer/cells.hpp"
#include "layer/drawn_places.hpp"
#include "layer/incident_rows.hpp"
#include "layer/report_row.hpp"
#include "layer/source_uses.hpp"
#include "layer/summary_rows.hpp"

namespace incidentmap {
namespace {

constexpr double line_offset_m = 100;

/// Results of a function of locations that is dear to ask; all are forgotten when there are too many.
/// Locations without a serial cannot be known again, and are asked each time.
template <typename Result>
class Remembered {
  public:
    explicit Remembered(std::size_t most) : m_most{most} {}

    template <typename Make>
    const Result& get(const Location& a, const Location* b, Make make) {
        if (a.serial == 0 || (b != nullptr && b->serial == 0)) return m_once = make();
        if (m_results.size() >= m_most) m_results.clear();
        const auto [at, is_new] = m_results.try_emplace({a.serial, b == nullptr ? 0 : b->serial});
        if (is_new) at->second = make();
        return at->second;
    }

  private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    struct HashOfKey {
        std::size_t operator()(const Key& key) const {
            return static_cast<std::size_t>((key.first * 31 + key.second) * 0x9E3779B97F4A7C15u >> 20);
        }
    };
    std::size_t m_most;
    std::unordered_map<Key, Result, HashOfKey> m_results;
    Result m_once;
};

}  // namespace

struct LayOut::State {
    explicit State(LayOutOptions asked) : options{std::move(asked)}, countries{options.country_name} {}

    LaidFeature laid(LayerId layer, std::vector<Value> values, Geometry geometry = {}) {
        ++counts.by_layer[index_of(layer)];
        return {layer, {std::move(geometry), std::move(values)}};
    }
    /// The number of the incident that was added last, from 1.
    std::uint64_t serial() const { return static_cast<std::uint64_t>(counts.incidents); }

    void add_places(const Incident& incident, std::vector<LaidFeature>& features);
    void add_launches(const Incident& incident, std::vector<LaidFeature>& features);
    void finish_bases(const Take& take);
    void finish_areas(const Take& take);
    void finish_rings(const Take& take);
    void finish_sources(const Sources& sources, const Take& take);

    LayOutOptions options;
    CountryNames countries;
    LayCounts counts;
    DrawnPlaces drawn;
    SourceUses uses;
    Remembered<MultiPolygon> outlines{256};
    Remembered<MultiLine> lines{8192};
    std::int64_t own_findings = 0;
};

void LayOut::State::add_places(const Incident& incident, std::vector<LaidFeature>& features) {
    for (std::size_t i = 0; i < incident.locations.size(); ++i) {
        const Location& location = *incident.locations[i].location;
        if (location.status == Status::coarse) {
            features.push_back(
                laid(LayerId::attack_areas, place_row(LayerId::attack_areas, incident, i, countries),
                     outlines.get(location, nullptr, [&] { return outline(location.footprint); })));
        } else if (location.status == Status::resolved) {
            const LayerId layer = incident.is_attack ? LayerId::attacks : LayerId::other_incidents;
            features.push_back(laid(layer, place_row(layer, incident, i, countries), location.likely));
            drawn.add_place(location, incident, serial());
        } else {
            features.push_back(laid(LayerId::not_mapped, not_mapped_place_row(incident, i, countries)));
        }
    }
}

void LayOut::State::add_launches(const Incident& incident, std::vector<LaidFeature>& features) {
    for (std::size_t i = 0; i < incident.launches.size(); ++i) {
        const Location& location = *incident.launches[i].location;
        if (location.status == Status::resolved) {
            features.push_back(
                laid(LayerId::launch_sites, launch_site_row(incident, i, countries), location.likely));
            drawn.add_launch(location, incident, serial());
        } else if (!location.has_place()) {
            features.push_back(laid(LayerId::not_mapped, not_mapped_launch_row(incident, i, countries)));
        }
    }
    for (const LaunchToTarget& measure : incident.measures) {
        const Location& from = *incident.launches[measure.launch].location;
        const Location& to = *incident.locations[measure.location].location;
        if (from.status != Status::resolved || to.status != Status::resolved) continue;
        Geometry line;  // none where both ends are one point: a line of no length is not valid
        if (from.likely != to.likely)
            line = lines.get(from, &to, [&] { return geodesic_line(from.likely, to.likely, line_offset_m); });
        features.push_back(laid(LayerId::launch_to_target, line_row(incident, measure), std::move(line)));
    }
}

void LayOut::State::finish_bases(const Take& take) {
    for (const HitBase& base : drawn.bases()) {
        const auto details = options.place_details ? options.place_details(base.location) : std::nullopt;
        take(laid(LayerId::bases, base_row(base, details, countries), base.location.likely));
    }
}

void LayOut::State::finish_areas(const Take& take) {
    for (const DrawnPlace& place : drawn.places()) {
        MultiPolygon area = outline(place.location.footprint);
        if (area.polygons.empty()) continue;
        auto row = possible_area_row(place, area, countries);
        take(laid(LayerId::uncertainty, std::move(row), std::move(area)));
    }
}

void LayOut::State::finish_rings(const Take& take) {
    if (!options.rings) return;
    const RingOptions& rings = *options.rings;
    const auto draw = [&](const Location& location, std::uint64_t id, std::string_view around,
                          std::optional<std::int64_t> incidents) {
        for (double radius_km : rings.radii_km) {
            take(laid(LayerId::range_rings, ring_row(location, id, radius_km, around, incidents),
                      distance_ring(location.likely, radius_km * 1000)));
        }
    };
    switch (rings.around) {
        case RingOptions::Around::bases:
            for (const HitBase& hit : drawn.bases()) {
                draw(hit.location, identity_of(hit.location).high, "bases", hit.attacks.count());
            }
            break;
        case RingOptions::Around::launch_sites:
            for (const DrawnPlace& place : drawn.places()) {
                if (place.launch_count > 0)
                    draw(place.location, place.id, "launch_sites", place.launch_count);
            }
            break;
        case RingOptions::Around::locality:
            if (rings.locality != nullptr && rings.locality->has_place()) {
                draw(*rings.locality, identity_of(*rings.locality).high, rings.words, std::nullopt);
            }
            break;
    }
}

void LayOut::State::finish_sources(const Sources& sources, const Take& take) {
    const auto counted = uses.counts();
    for (const Source& source : sources.all()) {
        const auto found = counted.find(source.source_id);
        take(
            laid(LayerId::sources, source_row(source, found == counted.end() ? SourceUse{} : found->second)));
    }
}

LayOut::LayOut(LayOutOptions options) : m_state{std::make_unique<State>(std::move(options))} {}
LayOut::~LayOut() = default;
LayOut::LayOut(LayOut&&) noexcept = default;
LayOut& LayOut::operator=(LayOut&&) noexcept = default;

LaidFeature LayOut::report_feature(const Report& report, const Location* own_place) {
    m_state->uses.add(report[ReportColumn::source_id], report[ReportColumn::incident_id]);
    return m_state->laid(LayerId::reports, report_row(report, own_place));
}

std::vector<LaidFeature> LayOut::add(const Incident& incident) {
    State& state = *m_state;
    ++state.counts.incidents;
    ++state.counts.by_status[static_cast<std::size_t>(incident.status)];
    std::vector<LaidFeature> features;
    features.reserve(incident.locations.size() + incident.launches.size() + incident.measures.size() +
                     incident.disagreements.size() + incident.findings.size());
    state.add_places(incident, features);
    state.add_launches(incident, features);
    for (std::size_t i = 0; i < incident.disagreements.size(); ++i) {
        features.push_back(
            state.laid(LayerId::disagreements,
                       disagreement_row(incident.disagreements[i], feature_id(incident.id, "d", i + 1))));
    }
    for (std::size_t i = 0; i < incident.findings.size(); ++i) {
        features.push_back(state.laid(
            LayerId::findings, finding_row(incident.findings[i], feature_id(incident.id, "f", i + 1))));
    }
    return features;
}

LaidFeature LayOut::finding_feature(const Finding& finding) {
    return m_state->laid(LayerId::findings,
                         finding_row(finding, "finding-" + std::to_string(++m_state->own_findings)));
}

void LayOut::finish(const Sources& sources, const Take& take) {
    State& state = *m_state;
    state.finish_bases(take);
    state.finish_areas(take);
    state.finish_rings(take);
    state.finish_sources(sources, take);
}

const LayCounts& LayOut::counts() const { return m_state->counts; }

LaidFeature build_feature(std::string_view section, std::string_view name, std::string_view value) {
    return {LayerId::build, {{}, build_row(section, name, value)}};
}

}  // namespace incidentmap
