// SPDX-License-Identifier: MIT
#include "writer/picture/sheet_texts.hpp"

#include <algorithm>

#include "layer/map_colours.hpp"
#include "stored/build_facts.hpp"

namespace incidentmap {
namespace {

constexpr double margin = 16;
constexpr double gap = 6;
constexpr double sample_width = 26;
constexpr double least_map_share = 0.4;  ///< of the page's height, whatever there is to say

constexpr Colour text_colour = colour(map_colours::dark);
constexpr Colour quiet_colour = colour(0x565C61);

TextStyle title_style(double width) {
    return {.size = 19, .bold = true, .colour = text_colour, .wrap_width = width, .most_lines = 2};
}
TextStyle subtitle_style(double width) {
    return {.size = 13, .colour = quiet_colour, .wrap_width = width, .most_lines = 3};
}
TextStyle legend_style() { return {.size = 12, .colour = text_colour}; }
TextStyle note_style(double width) {
    return {.size = 11.5, .colour = text_colour, .wrap_width = width, .most_lines = 4};
}
TextStyle credit_style(double width) {
    return {.size = 9.5, .colour = quiet_colour, .wrap_width = width, .most_lines = 4};
}

/// Where the entries of a legend stand: beside one another while there is room, then in a new line.
std::vector<PagePoint> legend_places(const Canvas& canvas, const std::vector<LegendEntry>& legend,
                                     double width, double& height) {
    constexpr double line_height = 19;
    std::vector<PagePoint> places;
    PagePoint at{0, 0};
    for (const LegendEntry& entry : legend) {
        const double needed = sample_width + canvas.text_size(entry.text, legend_style()).first + 18;
        if (at.x > 0 && at.x + needed > width) at = {0, at.y + line_height};
        places.push_back(at);
        at.x += needed;
    }
    height = legend.empty() ? 0 : at.y + line_height;
    return places;
}

/// What the texts leave for the map. The credit is measured with three lines: what it names is known only
/// when it is known what the map shows.
PageBox frame_for(Canvas& canvas, const PictureOptions& options, const SheetContent& content) {
    const double width = options.width - 2 * margin;
    double top = margin + canvas.text_size(content.title, title_style(width)).second + gap;
    if (!content.subtitle.empty())
        top += canvas.text_size(content.subtitle, subtitle_style(width)).second + gap;
    double below = 0;
    legend_places(canvas, content.legend, width, below);
    for (const std::string& note : content.notes)
        below += canvas.text_size(note, note_style(width)).second + 3;
    below += 3 * gap + canvas.text_size("A\nB\nC", credit_style(width)).second + margin;
    const double height = std::max(options.height - top - below, options.height * least_map_share);
    return {margin, top, width, height};
}

std::string credits(const SheetContent& content, const std::vector<std::string>& attributions) {
    std::string text = content.credit;
    for (const std::string& attribution : attributions) text += " " + attribution + ".";
    return text + " " + boundaries_sentence;
}

}  // namespace

SheetTexts::SheetTexts(Canvas& canvas, const PictureOptions& options, const SheetContent& content)
    : m_canvas{canvas},
      m_content{content},
      m_width{options.width - 2 * margin},
      m_frame{frame_for(canvas, options, content)} {}

void SheetTexts::draw_above() {
    m_canvas.text({margin, margin}, m_content.title, title_style(m_width));
    if (m_content.subtitle.empty()) return;
    const double below_title =
        margin + m_canvas.text_size(m_content.title, title_style(m_width)).second + gap / 2;
    m_canvas.text({margin, below_title}, m_content.subtitle, subtitle_style(m_width));
}

void SheetTexts::draw_below(const std::vector<std::string>& attributions) {
    double y = m_frame.bottom() + gap;
    double legend_height = 0;
    const std::vector<PagePoint> places = legend_places(m_canvas, m_content.legend, m_width, legend_height);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const LegendEntry& entry = m_content.legend[i];
        const double left = margin + places[i].x;
        const double middle = y + places[i].y + 9;
        if (entry.sample == LegendEntry::Sample::area) {
            m_canvas.box({left, middle - 6, sample_width - 8, 12}, entry.ink);
        } else if (entry.sample == LegendEntry::Sample::dot) {
            m_canvas.symbol(entry.symbol, {left + (sample_width - 8) / 2, middle}, 5, entry.ink);
        } else if (entry.ink.stroke) {
            m_canvas.line({{left, middle}, {left + sample_width - 6, middle}}, *entry.ink.stroke);
        }
        m_canvas.text({left + sample_width, middle - 8}, entry.text, legend_style());
    }
    y += legend_height;
    for (const std::string& note : m_content.notes) {
        m_canvas.text({margin, y}, note, note_style(m_width));
        y += m_canvas.text_size(note, note_style(m_width)).second + 3;
    }
    m_canvas.text({margin, y + gap}, credits(m_content, attributions), credit_style(m_width));
}

}  // namespace incidentmap
