// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/finding.hpp"
#include "core/progress.hpp"

namespace incidentmap {

/// What a long run tells beside its answer. By itself it tells nobody: who wants to hear of something
/// overrides that. All calls come from the thread that started the run.
class Reporter {
  public:
    Reporter() = default;
    Reporter(const Reporter&) = delete;
    Reporter& operator=(const Reporter&) = delete;
    virtual ~Reporter() = default;

    /// A part of the work begins.
    virtual void phase(std::string_view /*name*/) {}

    /// Something worth knowing.
    virtual void say(std::string_view /*message*/) {}

    /// What is read, from where.
    virtual void detail(std::string_view /*message*/) {}

    /// How far the work is.
    virtual void show(const Progress& /*progress*/) {}

    /// What a check noticed, as it is found. \param value the cell that it is about, as it stands; empty
    /// where it is about none
    virtual void finding(const Finding& /*finding*/, std::string_view /*value*/) {}
};

}  // namespace incidentmap
