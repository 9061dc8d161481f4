// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "build/answer_book.hpp"
#include "build/map_key.hpp"
#include "build/row_spool.hpp"
#include "layer/layer_builder.hpp"
#include "stored/shown_extent.hpp"

namespace incidentmap {

/// The rows of a build, parted into maps by the values of a key. An incident that may have several values
/// stands on the map of each; what belongs to no incident stands on all.
class MapParts {
  public:
    /// One map. About 4 bytes an incident.
    struct Map {
        std::optional<KeyValue> value;         ///< none: what states none
        std::vector<std::uint32_t> incidents;  ///< in their order
    };

    /// \param whole the builder that lays out all incidents; both must outlive it
    MapParts(MapKey key, const LayerBuilder& whole) : m_key{std::move(key)}, m_whole{whole} {}

    const MapKey& key() const { return m_key; }

    /// The batch that the next rows go into.
    FeatureBatch& rows() { return m_batch; }
    AnswerBook& answers() { return m_answers; }

    /// The rows since the last call stand on all maps, before the incidents' or after them.
    void end_common();

    /// The rows since the last call are of an incident, the one that the builder laid out last. \param values
    /// that it has or may have \param answers that placing it took \throws Error where there are more than
    /// 5,000 maps
    void end_incident(const std::vector<KeyValue>& values, const std::vector<std::uint32_t>& answers);

    /// In the order of their values; what states none comes last, where there is any. To be called once.
    std::vector<Map> maps();

    /// What all maps together show; nothing where no incident is drawn.
    std::optional<Box> frame() const { return m_shown.box(); }

    /// How many incidents stand on several maps.
    std::int64_t in_several() const { return m_in_several; }

    /// Stands for all that a map holds. \param sources of all reports \param listed as LayerBuilder::finish()
    /// has it
    Hash128 hash(const Map& map, const Sources& sources, std::size_t listed);

    /// Gives the rows of a map to \p rows, and sums its incidents up in \p layers.
    void write(const Map& map, LayerBuilder& layers, const LayerBuilder::Rows& rows);

  private:
    struct Note;
    void show(const FeatureBatch& rows);
    Map& map_of(const std::optional<KeyValue>& value);

    MapKey m_key;
    const LayerBuilder& m_whole;
    RowSpool m_spool;
    RowSpool m_note_spool;
    AnswerBook m_answers;
    FeatureBatch m_batch;
    std::vector<RowSpool::Part> m_before;
    std::vector<RowSpool::Part> m_after;
    std::vector<RowSpool::Part> m_incidents;
    std::vector<RowSpool::Part> m_notes;  ///< of the incidents, as many
    std::vector<Map> m_maps;
    std::map<KeyValue, std::size_t> m_by_value;
    std::optional<std::size_t> m_not_stated;
    ShownPositions m_shown;
    std::int64_t m_in_several = 0;
};

}  // namespace incidentmap
