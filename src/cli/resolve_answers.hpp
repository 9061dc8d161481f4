// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "cli/colours.hpp"
#include "locate/location.hpp"
#include "locate/query.hpp"

namespace incidentmap {

class Resolver;

/// How localities are read from standard input, and answers written.
struct AnswerOptions {
    std::string input = "text";  ///< what a line of standard input is: `text`, a locality; `jsonl`, an object
    std::string format = "text";  ///< of the answers: `text`, `json` or `jsonl`
    bool areas = false;           ///< JSON has the possible area too
    bool batch = false;           ///< an answer may wait while a further line is there
    bool verbose = false;
};

/// Writes answers to standard output one by one, in the order of the questions.
class AnswerList {
  public:
    explicit AnswerList(const AnswerOptions& options) : m_options(options), m_colours(Colours::of_stdout()) {}

    void add(const Location& location);
    /// To be called once, after the last.
    void end();

    const AnswerOptions& options() const { return m_options; }

  private:
    AnswerOptions m_options;
    Colours m_colours;
    std::size_t m_count = 0;
};

/// Answers each line of standard input, in order, also one that is blank, damaged or longer than 64 KiB: what
/// comes out is as many as what goes in. Each answer is out before the next line is waited for; without
/// `batch`, before it is looked at.
/// \param stated the country and the near position of lines that state none
/// \throws Error where standard input cannot be read or standard output not be written
void answer_lines(Resolver& resolver, const Query& stated, AnswerList& answers);

}  // namespace incidentmap
