// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "writer/picture/canvas.hpp"

namespace incidentmap {

/// Puts names beside points so that none covers another, nor a symbol. Who comes first has the choice of
/// places; a name for which none is left is not drawn, unless it must be.
class Labels {
  public:
    /// \param frame no label reaches beyond it
    Labels(Canvas& canvas, const PageBox& frame) : m_canvas{canvas}, m_frame{frame} {}

    /// Keeps a symbol free of labels.
    void keep_free(PagePoint middle, double radius);
    void keep_free(const PageBox& box) { m_taken.push_back(box); }

    /// Draws a label beside a symbol of that radius: to the right, to the left, above, below, at the corners.
    /// \param must_stand draws it to the right where every place is taken
    /// \return whether it was drawn
    bool put(PagePoint point, double symbol_radius, const std::string& text, const TextStyle& style,
             bool must_stand = false);

    /// Draws a label about a point, if it has room there.
    bool put_about(PagePoint middle, const std::string& text, const TextStyle& style);

    /// Draws a label beside a thing too small to hold it, the nearer the better; not where it would stand for
    /// another. \param radius of the thing
    bool put_beside(PagePoint middle, const std::string& text, const TextStyle& style, double radius = 0);

    /// Whether a symbol would cover no label and no other symbol.
    bool has_room_for(PagePoint middle, double radius) const;

  private:
    bool is_free(const PageBox& box) const;

    Canvas& m_canvas;
    PageBox m_frame;
    std::vector<PageBox> m_taken;
};

}  // namespace incidentmap
