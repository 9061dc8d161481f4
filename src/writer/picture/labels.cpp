// SPDX-License-Identifier: MIT
#include "writer/picture/labels.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace incidentmap {
namespace {

constexpr double gap = 3;  ///< between a symbol and its label, in pixels

bool meet(const PageBox& a, const PageBox& b) {
    return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

}  // namespace

void Labels::keep_free(PagePoint middle, double radius) {
    m_taken.push_back({middle.x - radius, middle.y - radius, 2 * radius, 2 * radius});
}

bool Labels::put_beside(PagePoint middle, const std::string& text, const TextStyle& style, double radius) {
    for (const double off : {4.0, 10.0, 18.0, 28.0, 40.0}) {
        if (put(middle, radius + off, text, style)) return true;
    }
    return false;
}

bool Labels::has_room_for(PagePoint middle, double radius) const {
    return is_free({middle.x - radius, middle.y - radius, 2 * radius, 2 * radius});
}

bool Labels::is_free(const PageBox& box) const {
    const bool inside = box.left >= m_frame.left && box.top >= m_frame.top &&
                        box.right() <= m_frame.right() && box.bottom() <= m_frame.bottom();
    return inside &&
           std::none_of(m_taken.begin(), m_taken.end(), [&](const PageBox& t) { return meet(box, t); });
}

bool Labels::put(PagePoint point, double symbol_radius, const std::string& text, const TextStyle& style,
                 bool must_stand) {
    const std::pair<double, double> size = m_canvas.text_size(text, style);
    const double width = size.first;
    const double height = size.second;
    const double off = symbol_radius + gap;
    const double corner = symbol_radius * 0.7 + gap;
    const double left = point.x - off - width;
    const double right = point.x + off;
    const double middle = point.x - width / 2;
    const double beside = point.y - height / 2;
    const std::array<PagePoint, 8> corners{{{right, beside},
                                            {left, beside},
                                            {middle, point.y - off - height},
                                            {middle, point.y + off},
                                            {point.x + corner, point.y - corner - height},
                                            {point.x + corner, point.y + corner},
                                            {point.x - corner - width, point.y - corner - height},
                                            {point.x - corner - width, point.y + corner}}};
    const auto box_at = [&](PagePoint at) { return PageBox{at.x, at.y, width, height}; };
    const auto free =
        std::find_if(corners.begin(), corners.end(), [&](PagePoint at) { return is_free(box_at(at)); });
    if (free == corners.end() && !must_stand) return false;
    const PagePoint at = free == corners.end() ? corners.front() : *free;
    m_canvas.text(at, text, style);
    m_taken.push_back(box_at(at));
    return true;
}

bool Labels::put_about(PagePoint middle, const std::string& text, const TextStyle& style) {
    const auto [width, height] = m_canvas.text_size(text, style);
    const PageBox box{middle.x - width / 2, middle.y - height / 2, width, height};
    if (!is_free(box)) return false;
    m_canvas.text({box.left, box.top}, text, style);
    m_taken.push_back(box);
    return true;
}

}  // namespace incidentmap
