// SPDX-License-Identifier: MIT
#include "cli/picture_output.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <filesystem>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr int least_side = 200;
constexpr int greatest_side = 10'000;

/// `800x600`
void read_size(const std::string& text, PictureOptions& options) {
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x') {
        const auto second = std::from_chars(first.ptr + 1, end, height);
        const auto is_side = [](int side) { return side >= least_side && side <= greatest_side; };
        if (second.ec == std::errc{} && second.ptr == end && is_side(width) && is_side(height)) {
            options.width = width;
            options.height = height;
            return;
        }
    }
    throw UsageError{"--size " + text + " is no size: give width and height in pixels, each " +
                     std::to_string(least_side) + " to " + std::to_string(greatest_side) + ", as in 800x600"};
}

std::optional<PictureFormat> format_of_name(const std::string& output) {
    const std::string extension = lower_ascii(std::filesystem::path(output).extension().string());
    return extension.empty() ? std::nullopt : picture_format(std::string_view(extension).substr(1));
}

}  // namespace

void declare_picture_options(CLI::App& app, PictureRequest& request) {
    app.add_option("--size", request.size, "Of a picture: width and height in pixels of 1/96 inch (800x600)")
        ->type_name("WxH");
    app.add_option("--scale", request.scale, "Of a PNG: dots a pixel; 2 for sharp screens and print")
        ->check(CLI::Range(0.1, 10.0))
        ->type_name("N");
}

PictureOptions sized_picture(const PictureRequest& request) {
    PictureOptions options;
    options.scale = request.scale;
    read_size(request.size, options);
    return options;
}

std::optional<PictureOptions> picture_options(const PictureRequest& request) {
    const auto by_name = format_of_name(request.output);
    const auto by_format = picture_format(request.format);
    if (!by_name && !by_format) return std::nullopt;
    if (!by_format && request.format != "text")
        throw UsageError{"-f " + request.format + " is no picture, and " + request.output + " would be one"};
    if (by_name && by_format && *by_name != *by_format)
        throw UsageError{"-f " + request.format + " does not fit the name " + request.output};
    PictureOptions options = sized_picture(request);
    options.format = by_format ? *by_format : *by_name;
    return options;
}

void write_picture(const PictureRequest& request, const PictureOptions& options, const std::string& bytes) {
    if (!request.output.empty()) {
        Draft draft(request.output);
        draft.write(bytes);
        draft.publish();
        return;
    }
    if (options.format != PictureFormat::svg && isatty(STDOUT_FILENO) != 0)
        throw UsageError{"a picture of this format is not for a terminal: add -o FILE"};
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) throw Error{"cannot write to standard output"};
}

}  // namespace incidentmap
