// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.hpp"
#include "incident/incident.hpp"
#include "layer/feature.hpp"
#include "layer/incident_tally.hpp"
#include "layer/place_details.hpp"
#include "locate/answers.hpp"
#include "locate/decisions.hpp"
#include "report/source.hpp"

namespace incidentmap {

/// Distance rings: how far, and around what.
struct RingOptions {
    enum class Around { bases, launch_sites, locality };

    std::vector<double> radii_km;
    Around around = Around::bases;
    std::optional<Location> locality;  ///< for Around::locality: what it was resolved to
    std::string words;                 ///< for Around::locality: as it was typed
};

struct LayerBuilderOptions {
    /// The English name of a country, by its ISO 3166-1 alpha-2 code; empty where it has none.
    std::function<std::string(std::string_view code)> country_name;
    /// May be left out.
    std::function<std::optional<PlaceDetails>(const Location&)> place_details;
    std::optional<RingOptions> rings;
};

/// What was laid out so far.
struct LayerCounts {
    std::int64_t incidents = 0;
    std::array<std::int64_t, 4> by_status{};           ///< incidents, by Status
    std::array<std::int64_t, layer_count> by_layer{};  ///< features
};

/// Turns incidents, reports and findings into the features of the layers. It holds, until finish(), the
/// location and the ids of the incidents for each distinct place drawn, and 16 bytes a report.
class LayerBuilder {
  public:
    /// Gives the batch that the next feature goes into.
    using Rows = std::function<FeatureBatch&()>;

    explicit LayerBuilder(LayerBuilderOptions options);
    ~LayerBuilder();
    LayerBuilder(LayerBuilder&&) noexcept;
    LayerBuilder& operator=(LayerBuilder&&) noexcept;

    /// The row of a report. \param own_place what its own words lead to; null where it names no place
    void add_report(const Report& report, const Location* own_place, FeatureBatch& batch);

    /// The row of an incident and its features: one for each of its places (in `attacks`, `other_incidents`,
    /// `attack_areas` or `not_mapped`), its launch places, the lines between them, its disagreements and its
    /// findings.
    void add(const Incident& incident, FeatureBatch& batch);

    /// A finding that belongs to no incident: add() brings those that do.
    void add_finding(const Finding& finding, FeatureBatch& batch);

    /// What of the incident that was added last sums up.
    const IncidentTally& tally() const;

    /// A location that a tally refers to.
    const Location& drawn_location(std::uint32_t index) const;
    /// Stands for all that layers tell of it; the same in every build.
    const Hash128& drawn_identity(std::uint32_t index) const;

    /// Sums up an incident that was added to another builder, and counts rows that it made. \param of that
    /// builder \param first of the rows that are meant
    void recount(const IncidentTally& tally, const LayerBuilder& of);
    void recount(const FeatureBatch& rows, std::size_t first);

    /// What can be known at the end only: `bases`, `uncertainty`, `range_rings`, `sources`. To be called
    /// once. \param listed how many of the sources stand there in any case; others where a report is of them
    void finish(const Sources& sources, const Rows& rows, std::size_t listed = static_cast<std::size_t>(-1));

    const LayerCounts& counts() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A row of `answers`.
void add_answer_row(const AnswerRow& row, FeatureBatch& batch);

/// A row of `decisions`.
void add_decision_row(const Decisions::Used& used, const std::string& file, FeatureBatch& batch);

/// A row of `build`.
void add_build_row(std::string_view section, std::string_view name, std::string_view value,
                   FeatureBatch& batch);

}  // namespace incidentmap
