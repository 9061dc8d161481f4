// SPDX-License-Identifier: MIT
#include "writer/geojson_writer.hpp"

#include <utility>

#include "core/error.hpp"
#include "writer/draft_text.hpp"
#include "writer/geojson_text.hpp"

namespace incidentmap {
namespace {

/// One layer's file.
struct LayerFile {
    LayerFile(LayerId layer, const std::filesystem::path& path, const std::string& build_id,
              const std::vector<std::string>& extra_headers, const ColumnChoice& columns)
        : text{layer, extra_headers, columns}, draft{path} {
        draft.buffer() = text.head(build_id);
    }

    void add(const Feature& feature) {
        text.append(draft.buffer(), feature, count == 0);
        ++count;
        draft.flush_if_full();
    }

    void finish() {
        draft.buffer() += GeoJsonText::tail;
        draft.close();
        // Each feature follows a line feed, and so does the tail, which has one more.
        const auto lines = count_lines(draft.path(), GeoJsonText::tail);
        if (lines != count + 2) {
            throw Error{"cannot write " + draft.path().string() + ": it does not hold the " +
                        std::to_string(count) + " features that were written"};
        }
    }

    GeoJsonText text;
    DraftText draft;
    std::int64_t count = 0;
};

}  // namespace

struct GeoJsonWriter::State {
    std::string build_id;
    std::vector<std::string> extra_headers;
    ColumnChoice columns;
    std::array<std::unique_ptr<LayerFile>, layer_count> files;
};

GeoJsonWriter::GeoJsonWriter(std::string build_id, std::vector<std::string> extra_headers,
                             ColumnChoice columns)
    : m_state{std::make_unique<State>()} {
    m_state->build_id = std::move(build_id);
    m_state->extra_headers = std::move(extra_headers);
    m_state->columns = std::move(columns);
}

GeoJsonWriter::~GeoJsonWriter() = default;

void GeoJsonWriter::open(LayerId layer, const std::filesystem::path& path) {
    m_state->files[index_of(layer)] =
        std::make_unique<LayerFile>(layer, path, m_state->build_id, m_state->extra_headers, m_state->columns);
}

bool GeoJsonWriter::has(LayerId layer) const { return m_state->files[index_of(layer)] != nullptr; }

void GeoJsonWriter::add(const Feature& feature) { m_state->files[index_of(feature.layer)]->add(feature); }

void GeoJsonWriter::finish() {
    for (const auto& file : m_state->files) {
        if (file) file->finish();
    }
}

}  // namespace incidentmap
