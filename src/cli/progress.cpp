// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace incidentmap {

using namespace std::chrono_literals;

ProgressLine::ProgressLine() : m_terminal(isatty(STDERR_FILENO) == 1), m_start(Clock::now()), m_last(m_start), m_what_since(m_start) {}

void ProgressLine::show(const char* what, std::int64_t done, std::int64_t of) {
    if (!m_terminal) return;
    const auto now = Clock::now();
    if (what != m_what) {
        m_what = what;
        m_what_since = now;
    }
    if (now - m_start < 500ms || now - m_last < 100ms) return;
    m_last = now;
    m_shown = true;
    const double seconds = std::chrono::duration<double>(now - m_what_since).count();
    std::string bar;
    if (of > 0) {
        const auto full = static_cast<std::size_t>(20 * done / of);
        bar = "[" + std::string(full, '#') + std::string(20 - full, '.') + "] " + std::to_string(100 * done / of) + " %  ";
        if (done > 0) bar += std::to_string(static_cast<std::int64_t>(seconds * static_cast<double>(of - done) / static_cast<double>(done))) + " s left  ";
    }
    const auto rate = static_cast<std::int64_t>(seconds > 0 ? static_cast<double>(done) / seconds : 0);
    std::fprintf(stderr, "\r\x1b[K%s  %s%lld  (%lld/s)", what, bar.c_str(), static_cast<long long>(done), static_cast<long long>(rate));
}

void ProgressLine::clear() {
    if (m_shown) std::fputs("\r\x1b[K", stderr);
    m_shown = false;
}

}  // namespace incidentmap
