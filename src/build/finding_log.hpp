// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "build/build_output.hpp"
#include "build/build_summary.hpp"
#include "build/inputs.hpp"
#include "core/reporter.hpp"

namespace incidentmap {

/// What the checks find in one build: told as it is found, counted by code. Codes that are to be ignored are
/// neither. A column is told by the name that its input has for it.
class FindingLog {
  public:
    /// \param ignored codes, ascending; all must outlive it
    FindingLog(const std::vector<std::string>& ignored, const Inputs& inputs, BuildOutput& output,
               Reporter& reporter)
        : m_ignored{ignored}, m_inputs{inputs}, m_output{output}, m_reporter{reporter} {}

    /// Findings that belong to no incident: they become rows of `findings` here.
    void add(std::vector<Finding> findings);

    /// Those of an incident, whose rows come with it; ignored ones are taken out. \param reports whose cells
    /// they are about
    void note(std::vector<Finding>& of_incident, const std::vector<Report>& reports);

    const std::map<std::string, FindingSummary>& by_code() const { return m_by_code; }

  private:
    bool is_ignored(const Finding& finding) const;
    void count(const Finding& finding, std::string_view value);

    const std::vector<std::string>& m_ignored;
    const Inputs& m_inputs;
    BuildOutput& m_output;
    Reporter& m_reporter;
    std::map<std::string, FindingSummary> m_by_code;
};

}  // namespace incidentmap
