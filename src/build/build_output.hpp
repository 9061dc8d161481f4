// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "build/answer_book.hpp"
#include "build/build_request.hpp"
#include "build/incident_choice.hpp"
#include "build/map_parts.hpp"
#include "gazetteer/boundaries.hpp"
#include "layer/layer_builder.hpp"
#include "locate/resolver.hpp"
#include "writer/build_writer.hpp"
#include "writer/incident_line.hpp"

namespace incidentmap {

/// What files are called and what stands in them, besides what was asked for.
struct OutputFacts {
    std::string stem;                        ///< what files begin with
    std::vector<std::string> input_paths;    ///< what must not be overwritten
    std::vector<std::string> extra_columns;  ///< the inputs' own
    std::string last_change;                 ///< as_datetime()
    std::string build_id;
    std::string basis;                   ///< BuildRecord::basis()
    std::optional<Box> frame;            ///< what maps are to show, as asked
    const Withheld* withheld = nullptr;  ///< of a public edition: what no output may hold
    const MapLimits* limits = nullptr;   ///< likewise: what its base map may name
};

/// What the writer of a build, or of one map of it, is asked for.
OutputRequest output_request(const BuildRequest& request, OutputFacts facts, const MapGround& ground);

/// Where a build's rows go: through its layers into files, or into the parts that maps are made of, or
/// nowhere where nothing is to be written.
class BuildOutput {
  public:
    /// \throws UsageError, Error as BuildWriter does; where the place of `--around` is not found
    BuildOutput(const BuildRequest& request, OutputFacts facts, Resolver& resolver);
    BuildOutput(const BuildOutput&) = delete;
    BuildOutput& operator=(const BuildOutput&) = delete;

    LayerBuilder& layers() { return m_layers; }
    /// How the layers of all maps are laid out.
    const LayerBuilderOptions& layer_options() const { return m_options; }

    /// The batch that the next row goes into; to be asked for again for each.
    FeatureBatch& rows();

    /// The parts of which maps are made, where the build is split. Null: it is one map.
    MapParts* parts() { return m_parts ? &*m_parts : nullptr; }
    MapGround ground() {
        return {m_resolver.gazetteers(), m_boundaries ? &*m_boundaries : nullptr, m_limits, &m_cut,
                m_language};
    }
    /// Whether this is an edition to publish: what was looked up, and what checks find besides, is not in it.
    bool is_public() const { return m_is_public; }

    /// What was answered before any incident was placed: it stands on all maps.
    void begin(Answers& answers);
    /// What was answered since, for an incident. \param is_kept whether the answers are; else they are where
    /// another incident takes them
    void add(Answers& answers, bool is_kept);
    /// Marks an incident that stands on several maps, as it may belong to any.
    void mark(Incident& incident, const std::vector<Report>& reports, IncidentChoice& choice);
    /// All rows of the incident were added that was marked last.
    void end_incident();

    /// The rows that can be known at the end only. To be called once. \param listed as
    /// LayerBuilder::finish() has it
    void finish_layers(const Sources& sources, std::size_t listed);

    /// Ends and publishes the files; nothing where none are written. To be called once, last.
    WrittenBuild write();

  private:
    Resolver& m_resolver;
    bool m_is_public = false;
    std::string m_language;
    const MapLimits* m_limits = nullptr;
    bool m_chooses = false;  ///< some answers may be of no incident that is kept
    std::optional<AnswerBook> m_answers;
    std::unordered_set<std::uint32_t> m_answered;  ///< whose rows were given
    std::vector<std::uint32_t> m_used;             ///< by the incident
    std::vector<KeyValue> m_values;                ///< of the incident, of the key of the split
    std::optional<Boundaries> m_boundaries;
    CutGround m_cut;
    std::optional<BuildWriter> m_writer;  ///< none where nothing is to be written
    FeatureBatch m_unwritten;             ///< what goes nowhere then
    LayerBuilderOptions m_options;
    LayerBuilder m_layers;
    std::optional<MapParts> m_parts;
    std::function<void(std::string_view)> m_write_line;
    std::optional<IncidentLine> m_lines;  ///< none where files are written
};

}  // namespace incidentmap
