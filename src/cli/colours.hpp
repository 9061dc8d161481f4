// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/finding.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// What a colour is to say. It never says it alone: the word stands there too.
enum class Paint { heading, good, doubt, bad, quiet };

/// Colours of a terminal, or none.
class Colours {
  public:
    /// None: for files, pipes and tests.
    Colours() = default;
    explicit Colours(bool on) : m_on(on) {}

    /// For one of the two streams of the program: on where it is a terminal, TERM is not `dumb` and NO_COLOR
    /// is not set, or empty (https://no-color.org).
    static Colours of_stdout();
    static Colours of_stderr();

    /// The text in its colour (ECMA-48, SGR: the terminal's own sixteen); as it is where there are none.
    std::string paint(Paint paint, std::string_view text) const;

    std::string heading(std::string_view text) const { return paint(Paint::heading, text); }

    /// `warning`, in its colour.
    std::string word(Severity severity) const;
    /// `resolved`, in its colour.
    std::string word(Status status) const;

  private:
    bool m_on = false;
};

}  // namespace incidentmap
