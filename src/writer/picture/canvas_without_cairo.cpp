// SPDX-License-Identifier: MIT
// Stands for canvas.cpp where Cairo and Pango were not found when the program was built.
#include "core/error.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

struct Canvas::State {};

Canvas::Canvas(const PictureOptions&) { check_can_draw(); }
Canvas::~Canvas() = default;

void Canvas::area(const std::vector<PagePath>&, const Ink&) {}
void Canvas::line(const PagePath&, const Stroke&) {}
void Canvas::symbol(Symbol, PagePoint, double, const Ink&) {}
void Canvas::box(const PageBox&, const Ink&) {}
void Canvas::clip(const PageBox&) {}
void Canvas::clip_no_more() {}
std::pair<double, double> Canvas::text_size(std::string_view, const TextStyle&) const { return {}; }
void Canvas::text(PagePoint, std::string_view, const TextStyle&) {}
void Canvas::text_about(PagePoint, std::string_view, const TextStyle&) {}
std::string Canvas::finish() { return {}; }

void check_can_draw() {
    throw Error{
        "this program was built without pictures; install Cairo and Pango (on Debian: libpango1.0-dev) and "
        "build "
        "it again"};
}

std::vector<std::pair<std::string, std::string>> picture_versions() { return {}; }

}  // namespace incidentmap
