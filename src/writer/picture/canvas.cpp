// SPDX-License-Identifier: MIT
#include "writer/picture/canvas.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr double points_a_pixel = 0.75;  ///< SVG and PDF count points of 1/72 inch
constexpr const char* font_families = "Noto Sans, DejaVu Sans, sans-serif";

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

/// The corners of a symbol, about as large as a circle of that radius looks.
PagePath corners_of(Symbol symbol, PagePoint middle, double radius) {
    int corners = 4;
    double first_deg = 0;  // from straight up, clockwise
    double outer = radius * 1.2;
    double inner = outer;  // of every second corner
    if (symbol == Symbol::square) first_deg = 45;
    if (symbol == Symbol::triangle || symbol == Symbol::triangle_down) {
        corners = 3;
        first_deg = symbol == Symbol::triangle ? 0 : 180;
        inner = outer = radius * 1.35;
    }
    if (symbol == Symbol::star) {
        corners = 10;
        outer = radius * 1.5;
        inner = radius * 0.65;
    }
    PagePath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = (first_deg + 360.0 * i / corners) * std::numbers::pi / 180;
        const double reach = i % 2 == 0 ? outer : inner;
        path.push_back({middle.x + reach * std::sin(angle), middle.y - reach * std::cos(angle)});
    }
    return path;
}

/// Cairo numbers the surfaces that a process makes, and writes the number into an SVG: nothing refers to it,
/// and the same picture would differ by how many were drawn before.
void remove_surface_number(std::string& svg) {
    constexpr std::string_view mark = " id=\"surface";
    const auto begin = svg.find(mark);
    if (begin == std::string::npos) return;
    const auto end = svg.find('"', begin + mark.size());
    if (end != std::string::npos) svg.erase(begin, end + 1 - begin);
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error{std::string("cannot draw the picture: ") + cairo_status_to_string(status)};
}

}  // namespace

struct Canvas::State {
    explicit State(const PictureOptions& options);

    void set(const Colour& colour) {
        cairo_set_source_rgba(context.get(), colour.red, colour.green, colour.blue, colour.opacity);
    }
    void set(const Stroke& stroke) {
        set(stroke.colour);
        cairo_set_line_width(context.get(), stroke.width);
        cairo_set_dash(context.get(), stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
    }
    void trace(const PagePath& path) {
        for (const PagePoint& point : path) cairo_line_to(context.get(), point.x, point.y);
    }
    /// Draws the path that stands, and forgets it.
    void ink(const Ink& how);
    Layout layout(std::string_view text, const TextStyle& style) const;

    std::string bytes;
    PictureFormat format;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface;
    std::unique_ptr<cairo_t, DestroyContext> context;
};

Canvas::State::State(const PictureOptions& options) : format{options.format} {
    const double width = options.width;
    const double height = options.height;
    if (format == PictureFormat::svg) {
        surface.reset(cairo_svg_surface_create_for_stream(&append, &bytes, width * points_a_pixel,
                                                          height * points_a_pixel));
    } else if (format == PictureFormat::pdf) {
        surface.reset(cairo_pdf_surface_create_for_stream(&append, &bytes, width * points_a_pixel,
                                                          height * points_a_pixel));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                       options.date.empty() ? "1970-01-01T00:00:00Z" : options.date.c_str());
    } else {
        surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
                                                 static_cast<int>(std::lround(width * options.scale)),
                                                 static_cast<int>(std::lround(height * options.scale))));
    }
    check(cairo_surface_status(surface.get()));
    context.reset(cairo_create(surface.get()));
    check(cairo_status(context.get()));
    const double unit = format == PictureFormat::png ? options.scale : points_a_pixel;
    cairo_scale(context.get(), unit, unit);
    cairo_set_line_join(context.get(), CAIRO_LINE_JOIN_ROUND);
    cairo_set_fill_rule(context.get(), CAIRO_FILL_RULE_EVEN_ODD);
}

void Canvas::State::ink(const Ink& how) {
    if (how.fill) {
        set(*how.fill);
        cairo_fill_preserve(context.get());
    }
    if (how.stroke) {
        set(*how.stroke);
        cairo_stroke_preserve(context.get());
    }
    cairo_new_path(context.get());
}

Layout Canvas::State::layout(std::string_view text, const TextStyle& style) const {
    Layout layout(pango_cairo_create_layout(context.get()));
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font{
        pango_font_description_from_string(font_families), &pango_font_description_free};
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    // Letters stand where they stand on paper, whatever the dots of the format, so that all formats look
    // alike.
    cairo_font_options_t* exact = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(exact, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(exact, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(exact, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), exact);
    cairo_font_options_destroy(exact);
    if (style.wrap_width > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(style.wrap_width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    if (style.most_lines > 0) {
        pango_layout_set_height(layout.get(), -static_cast<int>(style.most_lines));
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

Canvas::Canvas(const PictureOptions& options) : m_state{std::make_unique<State>(options)} {}
Canvas::~Canvas() = default;

void Canvas::area(const std::vector<PagePath>& rings, const Ink& ink) {
    for (const PagePath& ring : rings) {
        cairo_new_sub_path(m_state->context.get());
        m_state->trace(ring);
        cairo_close_path(m_state->context.get());
    }
    m_state->ink(ink);
}

void Canvas::line(const PagePath& path, const Stroke& stroke) {
    cairo_new_sub_path(m_state->context.get());
    m_state->trace(path);
    m_state->ink({std::nullopt, stroke});
}

void Canvas::symbol(Symbol symbol, PagePoint middle, double radius, const Ink& ink) {
    if (symbol == Symbol::circle) {
        cairo_new_sub_path(m_state->context.get());
        cairo_arc(m_state->context.get(), middle.x, middle.y, radius, 0, 2 * std::numbers::pi);
        m_state->ink(ink);
    } else {
        area({corners_of(symbol, middle, radius)}, ink);
    }
}

void Canvas::box(const PageBox& box, const Ink& ink) {
    cairo_rectangle(m_state->context.get(), box.left, box.top, box.width, box.height);
    m_state->ink(ink);
}

void Canvas::clip(const PageBox& box) {
    cairo_save(m_state->context.get());
    cairo_rectangle(m_state->context.get(), box.left, box.top, box.width, box.height);
    cairo_clip(m_state->context.get());
}

void Canvas::clip_no_more() { cairo_restore(m_state->context.get()); }

std::pair<double, double> Canvas::text_size(std::string_view text, const TextStyle& style) const {
    int width = 0;
    int height = 0;
    pango_layout_get_size(m_state->layout(text, style).get(), &width, &height);
    return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
}

void Canvas::text_about(PagePoint middle, std::string_view words, const TextStyle& style) {
    const auto [width, height] = text_size(words, style);
    text({middle.x - width / 2, middle.y - height / 2}, words, style);
}

void Canvas::text(PagePoint corner, std::string_view text, const TextStyle& style) {
    cairo_t* context = m_state->context.get();
    const Layout layout = m_state->layout(text, style);
    cairo_move_to(context, corner.x, corner.y);
    if (style.halo > 0) {
        pango_cairo_layout_path(context, layout.get());
        m_state->ink({std::nullopt, Stroke{colour(0xFFFFFF, 0.85), style.halo * 2, {}}});
        cairo_move_to(context, corner.x, corner.y);
    }
    m_state->set(style.colour);
    pango_cairo_show_layout(context, layout.get());
    cairo_new_path(context);
}

std::string Canvas::finish() {
    check(cairo_status(m_state->context.get()));
    m_state->context.reset();
    if (m_state->format == PictureFormat::png)
        check(cairo_surface_write_to_png_stream(m_state->surface.get(), &append, &m_state->bytes));
    cairo_surface_finish(m_state->surface.get());
    check(cairo_surface_status(m_state->surface.get()));
    if (m_state->format == PictureFormat::svg) remove_surface_number(m_state->bytes);
    return std::move(m_state->bytes);
}

void check_can_draw() {}

std::vector<std::pair<std::string, std::string>> picture_versions() {
    return {{"Cairo", cairo_version_string()}, {"Pango", pango_version_string()}};
}

}  // namespace incidentmap
