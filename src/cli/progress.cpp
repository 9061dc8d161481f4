// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t bar_width = 20;
constexpr double longest_told_s = 100 * 3'600.0;

/// `1,234,567`
std::string grouped(std::int64_t count) {
    std::string text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string amount(double count, ProgressUnit unit) {
    if (unit == ProgressUnit::things) return grouped(static_cast<std::int64_t>(count));
    return to_text(count / 1'000'000, 1) + " MB";
}

/// `45 s`, `2 min 5 s`, `1 h 10 min`: never more exact than a guess can be.
std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(std::min(seconds, longest_told_s)));
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3'600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3'600) + " h " + std::to_string(whole % 3'600 / 60) + " min";
}

std::string bar(double part) {
    const auto full = static_cast<std::size_t>(part * static_cast<double>(bar_width));
    const std::string percent = std::to_string(static_cast<int>(part * 100));
    return "[" + std::string(full, '#') + std::string(bar_width - full, '.') + "] " +
           std::string(3 - std::min<std::size_t>(3, percent.size()), ' ') + percent + " %";
}

std::size_t terminal_columns() {
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

}  // namespace

std::string progress_text(const Progress& progress, double seconds, std::size_t columns) {
    const auto done = static_cast<double>(progress.done);
    const double rate = seconds > 0 ? done / seconds : 0;
    std::string text(progress.what);
    const bool has_total = progress.total && *progress.total > 0;
    if (has_total) {
        // A total may be an estimate: more than all of it is never told.
        const auto total = static_cast<double>(std::max(*progress.total, progress.done));
        text += "  " + bar(done / total);
        if (rate > 0) text += "  " + duration((total - done) / rate) + " left";
        text += "  " + amount(done, progress.unit) + " of " + amount(total, progress.unit);
        if (rate > 0) text += "  " + amount(rate, progress.unit) + "/s";
    } else if (progress.done > 0) {
        text += "  " + amount(done, progress.unit);
        if (rate > 0) text += "  " + amount(rate, progress.unit) + "/s";
    }
    // All of it is ASCII, so that a byte is a column.
    if (text.size() >= columns) text.resize(columns > 0 ? columns - 1 : 0);
    return text;
}

ProgressLine::ProgressLine(bool wanted)
    : m_shows(wanted && isatty(STDERR_FILENO) == 1),
      m_start(Clock::now()),
      m_last(m_start),
      m_what_since(m_start) {}

void ProgressLine::wants(bool wanted) { m_shows = wanted && isatty(STDERR_FILENO) == 1; }

void ProgressLine::show(const Progress& progress) {
    if (!m_shows) return;
    const auto now = Clock::now();
    if (progress.what != m_what) {
        m_what = progress.what;
        m_what_since = now;
    }
    if (now - m_start < 500ms || (m_shown && now - m_last < 100ms)) return;
    m_last = now;
    m_shown = true;
    const double seconds = std::chrono::duration<double>(now - m_what_since).count();
    std::fprintf(stderr, "\r\x1b[K%s", progress_text(progress, seconds, terminal_columns()).c_str());
    std::fflush(stderr);
}

void ProgressLine::clear() {
    if (m_shown) std::fputs("\r\x1b[K", stderr);
    m_shown = false;
}

}  // namespace incidentmap
