// SPDX-License-Identifier: MIT
#include "build/map_parts.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_maps = 5'000;

template <typename Number>
void put(std::string& out, Number number) {
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <typename Number>
Number take(std::string_view& bytes) {
    Number number;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

void put(std::string& out, std::string_view text) {
    put(out, text.size());
    out += text;
}

std::string to_bytes(const Source& source) {
    std::string bytes;
    for (const std::string* text :
         {&source.source_id, &source.publisher, &source.title, &source.author, &source.published, &source.url,
          &source.archived_url, &source.archived_at, &source.language, &source.original_source})
        put(bytes, std::string_view(*text));
    return bytes;
}

}  // namespace

/// What is kept of an incident beside its rows.
struct MapParts::Note {
    IncidentTally tally;
    std::vector<std::uint32_t> answers;

    std::string bytes() const {
        std::string out;
        put(out, std::string_view(tally.id));
        put(out, tally.status);
        put(out, tally.is_attack);
        put(out, tally.date.has_value());
        if (tally.date) put(out, *tally.date);
        put(out, tally.drawn.size());
        for (const IncidentTally::Drawn& drawn : tally.drawn) put(out, drawn);
        put(out, tally.sources.size());
        for (const std::size_t source : tally.sources) put(out, source);
        put(out, answers.size());
        for (const std::uint32_t answer : answers) put(out, answer);
        return out;
    }

    explicit Note(std::string_view bytes) {
        const auto size = take<std::size_t>(bytes);
        tally.id = bytes.substr(0, size);
        bytes.remove_prefix(size);
        tally.status = take<Status>(bytes);
        tally.is_attack = take<bool>(bytes);
        if (take<bool>(bytes)) tally.date = take<EventDate>(bytes);
        tally.drawn.resize(take<std::size_t>(bytes));
        for (IncidentTally::Drawn& drawn : tally.drawn) drawn = take<IncidentTally::Drawn>(bytes);
        tally.sources.resize(take<std::size_t>(bytes));
        for (std::size_t& source : tally.sources) source = take<std::size_t>(bytes);
        answers.resize(take<std::size_t>(bytes));
        for (std::uint32_t& answer : answers) answer = take<std::uint32_t>(bytes);
    }
    Note(IncidentTally of, std::vector<std::uint32_t> used)
        : tally{std::move(of)}, answers{std::move(used)} {}
};

void MapParts::end_common() {
    (m_incidents.empty() ? m_before : m_after).push_back(m_spool.add(m_batch));
    m_batch.clear();
}

/// What a map opens on.
void MapParts::show(const FeatureBatch& rows) {
    const auto add = [this](LonLat position) { m_shown.add(position); };
    static const std::size_t precision = [] {
        const std::vector<LayerColumn>& columns = layer_schema(LayerId::attack_areas).columns;
        const auto found = std::find_if(columns.begin(), columns.end(), [](const LayerColumn& column) {
            return column.name == "where_prec";
        });
        return static_cast<std::size_t>(found - columns.begin());
    }();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Feature row = rows[i];
        const bool is_point =
            std::find(shown_points.begin(), shown_points.end(), row.layer) != shown_points.end();
        if (is_point) for_each_position(row.geometry, add);
        if (row.layer != LayerId::attack_areas || precision >= row.values.size()) continue;
        const auto* code = std::get_if<std::int64_t>(&row.values[precision]);
        if (code != nullptr && is_shown_area(*code, false)) for_each_position(row.geometry, add);
    }
}

MapParts::Map& MapParts::map_of(const std::optional<KeyValue>& value) {
    if (!value) {
        if (!m_not_stated) {
            m_not_stated = m_maps.size();
            m_maps.emplace_back();
        }
        return m_maps[*m_not_stated];
    }
    const auto [at, is_new] = m_by_value.try_emplace(*value, m_maps.size());
    if (is_new) {
        if (m_maps.size() == most_maps)
            throw Error{"there are more than " + std::to_string(most_maps) + " values of " + m_key.name() +
                        ", and a map would be written for each: split by something coarser, or choose with "
                        "--where; nothing was written"};
        m_maps.emplace_back().value = *value;
    }
    return m_maps[at->second];
}

void MapParts::end_incident(const std::vector<KeyValue>& values, const std::vector<std::uint32_t>& answers) {
    const auto number = static_cast<std::uint32_t>(m_incidents.size());
    show(m_batch);
    m_incidents.push_back(m_spool.add(m_batch));
    m_batch.clear();
    m_notes.push_back(m_note_spool.add(m_batch, Note(m_whole.tally(), answers).bytes()));
    if (values.empty()) map_of(std::nullopt).incidents.push_back(number);
    for (const KeyValue& value : values) map_of(value).incidents.push_back(number);
    m_in_several += values.size() > 1 ? 1 : 0;
}

std::vector<MapParts::Map> MapParts::maps() {
    std::vector<Map> maps = std::exchange(m_maps, {});
    std::sort(maps.begin(), maps.end(), [](const Map& a, const Map& b) {
        return a.value && b.value ? *a.value < *b.value : a.value.has_value() > b.value.has_value();
    });
    return maps;
}

Hash128 MapParts::hash(const Map& map, const Sources& sources, std::size_t listed) {
    std::string bytes;
    for (const std::vector<RowSpool::Part>* common : {&m_before, &m_after}) {
        for (const RowSpool::Part& part : *common) put(bytes, part.hash);
    }
    std::vector<bool> is_used(sources.all().size());
    for (const std::uint32_t number : map.incidents) {
        put(bytes, m_incidents[number].hash);
        const Note note(m_note_spool.note(m_notes[number]));
        for (const std::uint32_t answer : note.answers) put(bytes, m_answers.hash(answer));
        for (const IncidentTally::Drawn& drawn : note.tally.drawn)
            put(bytes, m_whole.drawn_identity(drawn.location));
        for (const std::size_t source : note.tally.sources) {
            if (source < is_used.size()) is_used[source] = true;
        }
    }
    for (std::size_t i = 0; i < is_used.size(); ++i) {
        if (i < listed || is_used[i]) put(bytes, std::string_view(to_bytes(sources.all()[i])));
    }
    return hash128(bytes);
}

void MapParts::write(const Map& map, LayerBuilder& layers, const LayerBuilder::Rows& rows) {
    const auto give = [&](const RowSpool::Part& part) {
        FeatureBatch& batch = rows();
        const std::size_t before = batch.size();
        m_spool.read(part, batch);
        layers.recount(batch, before);
    };
    for (const RowSpool::Part& part : m_before) give(part);
    std::unordered_set<std::uint32_t> answered;
    for (const std::uint32_t number : map.incidents) {
        give(m_incidents[number]);
        const Note note(m_note_spool.note(m_notes[number]));
        layers.recount(note.tally, m_whole);
        for (const std::uint32_t answer : note.answers) {
            if (answered.insert(answer).second) m_answers.put(answer, rows());
        }
    }
    for (const RowSpool::Part& part : m_after) give(part);
}

}  // namespace incidentmap
