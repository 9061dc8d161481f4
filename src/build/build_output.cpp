// SPDX-License-Identifier: MIT
#include "build/build_output.hpp"

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
        rings.locality = &middle;
        rings.words = request.around;
    }
    return rings;
}

LayerBuilderOptions layer_options(const BuildRequest& request, Resolver& resolver) {
    LayerBuilderOptions options;
    options.country_name = [](std::string_view code) { return country_name(code); };
    options.place_details = [](const Location& location) -> std::optional<PlaceDetails> {
        if (location.place_id.empty()) return std::nullopt;
        return PlaceDetails{location.extent_m, location.accuracy_m, location.place_source};
    };
    if (!request.rings_km.empty()) options.rings = ring_options(request, resolver);
    return options;
}

std::optional<Boundaries> boundaries_of(const BuildRequest& request) {
    if (!request.write || request.boundaries.empty()) return std::nullopt;
    return read_boundaries(request.boundaries);
}

std::optional<BuildWriter> writer_of(const BuildRequest& request, OutputFacts facts,
                                     const MapGround& ground) {
    if (!request.write) return std::nullopt;
    OutputRequest files;
    files.output = request.output;
    files.schema = request.schema;
    files.stem = std::move(facts.stem);
    files.formats = request.formats;
    files.input_paths = std::move(facts.input_paths);
    files.extra_headers = std::move(facts.extra_columns);
    files.last_change = std::move(facts.last_change);
    files.build_id = std::move(facts.build_id);
    files.picture = request.picture;
    files.texts = request.texts;
    files.crs = request.crs;
    files.replace = request.replace;
    files.ground = ground;
    return BuildWriter(std::move(files));
}

}  // namespace

BuildOutput::BuildOutput(const BuildRequest& request, OutputFacts facts, Resolver& resolver)
    : m_boundaries{boundaries_of(request)},
      m_writer{writer_of(request, std::move(facts),
                         {resolver.gazetteers(), m_boundaries ? &*m_boundaries : nullptr})},
      m_layers{layer_options(request, resolver)} {}

FeatureBatch& BuildOutput::rows() {
    if (m_writer) return m_writer->rows();
    m_unwritten.clear();
    return m_unwritten;
}

void BuildOutput::add(const std::vector<AnswerRow>& answers) {
    for (const AnswerRow& row : answers) add_answer_row(row, rows());
}

void BuildOutput::finish_layers(const Sources& sources) {
    if (m_writer) m_layers.finish(sources, [this]() -> FeatureBatch& { return rows(); });
}

WrittenBuild BuildOutput::write() { return m_writer ? m_writer->finish() : WrittenBuild{}; }

}  // namespace incidentmap
