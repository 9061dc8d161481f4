// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gazetteer/boundaries.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/picture/labels.hpp"
#include "writer/picture/map_view.hpp"
#include "writer/picture/sheet_texts.hpp"

namespace incidentmap {

/// Draws an area: what fills it, and its edge, but for what MapView::borders() leaves out.
void draw_area(Canvas& canvas, const MapView& view, const MultiPolygon& area, const Ink& ink);

/// One map on a page: title, map with borders and towns, scale bar, legend, notes, credit. What the map is
/// about is drawn by the caller, between making and finishing it.
class MapSheet {
  public:
    /// Draws everything below what the map is about. \throws Error as Canvas and surroundings_in()
    MapSheet(const PictureOptions& options, SheetContent content, const MapGround& ground);

    const MapView& view() const { return m_view; }
    Canvas& canvas() { return m_canvas; }
    Labels& labels() { return m_labels; }

    void area(const MultiPolygon& area, const Ink& ink);
    void line(const MultiLine& line, const Stroke& stroke);
    /// Nothing where it lies outside of the frame.
    void dot(LonLat position, double radius, const Ink& ink, Symbol symbol = Symbol::circle);
    /// Names a dot. It stands wherever it finds room, and always where it \p must_stand.
    void name(LonLat position, double radius, const std::string& name, bool must_stand = true);

    /// Draws what stands above: names of towns where there is room, the frame. \return the picture's bytes
    std::string finish();

  private:
    void draw_scale_bar();
    void note_line(const PagePath& path);
    bool name_at(const std::vector<PagePoint>& places, const std::string& name, const TextStyle& style);
    void name_areas();

    SheetContent m_content;
    Canvas m_canvas;
    SheetTexts m_texts;
    MapView m_view;
    Labels m_labels;
    Surroundings m_surroundings;
    std::vector<PagePoint> m_on_lines;  ///< where lines pass
};

}  // namespace incidentmap
