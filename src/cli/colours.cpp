// SPDX-License-Identifier: MIT
#include "cli/colours.hpp"

#include <unistd.h>

#include <cstdlib>

namespace incidentmap {
namespace {

const char* code_of(Paint paint) {
    switch (paint) {
        case Paint::heading:
            return "1";
        case Paint::good:
            return "32";
        case Paint::doubt:
            return "33";
        case Paint::bad:
            return "31";
        case Paint::quiet:
            return "2";
    }
    return "0";
}

bool wanted(int stream) {
    const char* none = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool is_dumb = term == nullptr || std::string_view(term) == "dumb" || *term == '\0';
    return isatty(stream) == 1 && (none == nullptr || *none == '\0') && !is_dumb;
}

}  // namespace

Colours Colours::of_stdout() { return Colours(wanted(STDOUT_FILENO)); }

Colours Colours::of_stderr() { return Colours(wanted(STDERR_FILENO)); }

std::string Colours::paint(Paint paint, std::string_view text) const {
    if (!m_on) return std::string(text);
    return std::string("\x1b[") + code_of(paint) + "m" + std::string(text) + "\x1b[0m";
}

std::string Colours::word(Severity severity) const {
    const Paint colour = severity == Severity::error     ? Paint::bad
                         : severity == Severity::warning ? Paint::doubt
                                                         : Paint::quiet;
    return paint(colour, to_string(severity));
}

std::string Colours::word(Status status) const {
    const bool is_placed = status == Status::resolved || status == Status::coarse;
    const Paint colour = is_placed ? Paint::good : status == Status::ambiguous ? Paint::doubt : Paint::bad;
    return paint(colour, to_string(status));
}

}  // namespace incidentmap
