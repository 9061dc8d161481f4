// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layer/incident_style.hpp"
#include "writer/picture/picture_options.hpp"

namespace incidentmap {

/// A point of a page, in pixels of 1/96 inch (as in CSS) from its left upper corner, y downwards.
struct PagePoint {
    double x = 0;
    double y = 0;
};

/// A rectangle of a page, in pixels.
struct PageBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    double right() const { return left + width; }
    double bottom() const { return top + height; }
};

/// Lines on a page; an area's is closed.
using PagePath = std::vector<PagePoint>;

/// Red, green, blue and how opaque, each 0 to 1.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    double opacity = 1;
};

/// `colour(0xD95F02)`
constexpr Colour colour(unsigned rgb, double opacity = 1) {
    return {static_cast<double>(rgb >> 16 & 0xFF) / 255, static_cast<double>(rgb >> 8 & 0xFF) / 255,
            static_cast<double>(rgb & 0xFF) / 255, opacity};
}

struct Stroke {
    Colour colour;
    double width = 1;
    std::vector<double> dashes;  ///< lengths on and off, in turn; none: one line
};

/// How something is drawn: filled, edged or both.
struct Ink {
    std::optional<Colour> fill;
    std::optional<Stroke> stroke;
};

struct TextStyle {
    double size = 12;  ///< of the letters, in pixels
    bool bold = false;
    bool italic = false;
    Colour colour;
    double halo = 0;             ///< width of a white edge around the letters
    double wrap_width = 0;       ///< where lines are broken; 0: never
    std::size_t most_lines = 0;  ///< what goes on beyond is cut, and ends in an ellipsis; 0: no bound
};

/// A page to draw on, with Cairo; texts are shaped by Pango, from right to left where their script is.
/// Letters of an SVG and a PDF are outlines or embedded, so that they look the same everywhere. The same
/// calls give the same bytes on the same system.
class Canvas {
  public:
    /// \throws Error where this program was built without Cairo and Pango, or the page cannot be made
    explicit Canvas(const PictureOptions& options);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// One area of several closed paths; what lies in an even number of them is outside.
    void area(const std::vector<PagePath>& rings, const Ink& ink);
    void line(const PagePath& path, const Stroke& stroke);
    void symbol(Symbol symbol, PagePoint middle, double radius, const Ink& ink);
    void box(const PageBox& box, const Ink& ink);

    /// What comes is drawn within the box only, until clip_no_more().
    void clip(const PageBox& box);
    void clip_no_more();

    /// Width and height of a text as text() draws it.
    std::pair<double, double> text_size(std::string_view text, const TextStyle& style) const;
    /// Draws a text whose left upper corner is at \p corner.
    void text(PagePoint corner, std::string_view text, const TextStyle& style);
    /// The same with its middle at \p middle.
    void text_about(PagePoint middle, std::string_view text, const TextStyle& style);

    /// The picture's bytes. To be called once, at the end. \throws Error
    std::string finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// \throws Error where this program was built without Cairo and Pango, with what would put it right
void check_can_draw();

/// The versions of what draws, name and number; empty where this program was built without.
std::vector<std::pair<std::string, std::string>> picture_versions();

}  // namespace incidentmap
