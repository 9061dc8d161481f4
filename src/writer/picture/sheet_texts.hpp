// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "geodesy/shapes.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

/// One line of a legend: a sample of what is drawn, and what it means.
struct LegendEntry {
    enum class Sample { area, line, dot };
    Sample sample = Sample::area;
    Ink ink;
    std::string text;
    Symbol symbol = Symbol::circle;  ///< of a dot
};

/// What a map is and what it shows.
struct SheetContent {
    std::string title;
    std::string subtitle;
    std::vector<LegendEntry> legend;
    std::vector<std::string> notes;  ///< sentences below the map
    std::string credit;              ///< who made it and from what; where borders come from is added
    std::vector<Geometry> shown;     ///< what the map must show whole
    double least_width_m = 20'000;   ///< how much of the ground the shorter side shows at the least
    std::vector<std::string> named;  ///< settlements that need no name of the background: they have one
};

/// The texts about a sheet's map, or maps: title and subtitle above; legend, notes and credit below.
class SheetTexts {
  public:
    /// What is given is kept by reference.
    SheetTexts(Canvas& canvas, const PictureOptions& options, const SheetContent& content);

    /// What the texts leave of the page.
    const PageBox& frame() const { return m_frame; }

    void draw_above();
    /// \param attributions that the sources of what was drawn ask for
    void draw_below(const std::vector<std::string>& attributions);

  private:
    Canvas& m_canvas;
    const SheetContent& m_content;
    double m_width;
    PageBox m_frame;
};

}  // namespace incidentmap
