// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/build_request.hpp"
#include "gazetteer/boundaries.hpp"
#include "layer/layer_builder.hpp"
#include "locate/resolver.hpp"
#include "writer/build_writer.hpp"

namespace incidentmap {

/// What files are called and what stands in them, besides what was asked for.
struct OutputFacts {
    std::string stem;                        ///< what files begin with
    std::vector<std::string> input_paths;    ///< what must not be overwritten
    std::vector<std::string> extra_columns;  ///< the inputs' own
    std::string last_change;                 ///< as_datetime()
    std::string build_id;
};

/// Where a build's rows go: through its layers into files, or nowhere where nothing is to be written.
class BuildOutput {
  public:
    /// \throws UsageError, Error as BuildWriter does; where the place of `--around` is not found
    BuildOutput(const BuildRequest& request, OutputFacts facts, Resolver& resolver);
    BuildOutput(const BuildOutput&) = delete;
    BuildOutput& operator=(const BuildOutput&) = delete;

    LayerBuilder& layers() { return m_layers; }

    /// The batch that the next row goes into; to be asked for again for each.
    FeatureBatch& rows();

    void add(const std::vector<AnswerRow>& answers);

    /// The rows that can be known at the end only. To be called once.
    void finish_layers(const Sources& sources);

    /// Ends and publishes the files; nothing where none are written. To be called once, last.
    WrittenBuild write();

  private:
    std::optional<Boundaries> m_boundaries;
    std::optional<BuildWriter> m_writer;  ///< none where nothing is to be written
    FeatureBatch m_unwritten;             ///< what goes nowhere then
    LayerBuilder m_layers;
};

}  // namespace incidentmap
