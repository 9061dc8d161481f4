// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gazetteer/boundaries.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/picture/labels.hpp"
#include "writer/picture/map_view.hpp"

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
    void dot(LonLat position, double radius, const Ink& ink, Symbol symbol = Symbol::circle);
    /// Names a dot. It stands wherever it finds room, and always where it \p must_stand.
    void name(LonLat position, double radius, const std::string& name, bool must_stand = true);

    /// Draws what stands above: names of towns where there is room, the frame. \return the picture's bytes
    std::string finish();

  private:
    PageBox frame_for(const PictureOptions& options);
    void draw_surroundings();
    void draw_scale_bar();
    void draw_texts_above();
    void draw_texts_below();
    void note_line(const PagePath& path);
    std::vector<PagePoint> places_in(const MultiPolygon& area, int steps) const;
    bool name_at(const std::vector<PagePoint>& places, const std::string& name, const TextStyle& style);
    void name_areas();
    std::string credits() const;

    SheetContent m_content;
    Canvas m_canvas;
    double m_width;
    double m_height;
    MapView m_view;
    Labels m_labels;
    Surroundings m_surroundings;
    std::vector<PagePoint> m_on_lines;  ///< where lines pass
};

}  // namespace incidentmap
