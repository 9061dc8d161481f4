// SPDX-License-Identifier: MIT
#include "writer/tile_source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view scheme = "https://";
constexpr std::size_t longest_url = 1'000;
constexpr std::size_t longest_attribution = 300;  ///< bytes that a map has room for

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What an address may hold (RFC 3986) and no part of a page or of a policy ends at; braces are looked at
/// apart.
bool is_of_an_address(char c) {
    return is_letter_or_digit(c) ||
           std::string_view("-._~/?&=%:@+!*()$[],").find(c) != std::string_view::npos;
}

/// `tile.example.org:8080`; empty where the address has no host of plain letters.
std::string_view host_of(std::string_view url) {
    if (url.substr(0, scheme.size()) != scheme) return {};
    const std::string_view rest = url.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (host.size() == rest.size()) return {};
    const auto colon = host.find(':');
    const std::string_view name = host.substr(0, colon);
    const bool is_name = !name.empty() && is_letter_or_digit(name.front()) &&
                         is_letter_or_digit(name.back()) &&
                         std::all_of(name.begin(), name.end(),
                                     [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; }) &&
                         name.find("..") == std::string_view::npos;
    if (!is_name) return {};
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool is_port = !port.empty() && port.size() <= 5 &&
                         std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_port ? host : std::string_view{};
}

/// The address without {z}, {x} and {y}, where each stands in it once.
std::string without_places(std::string url) {
    for (const std::string_view place : {"{z}", "{x}", "{y}"}) {
        const auto at = url.find(place);
        if (at == std::string::npos) return "{}";
        url.erase(at, place.size());
    }
    return url;
}

}  // namespace

TileSource tile_source(const std::string& url, const std::string& attribution) {
    if (attribution.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError{
            "--tiles: say whose the tiles are, as their owner asks: --tiles-attribution \"© …\""};
    if (attribution.size() > longest_attribution)
        throw UsageError{"--tiles-attribution is longer than a map has room for (" +
                         std::to_string(longest_attribution) + " bytes)"};
    const std::string rest = without_places(url);
    if (url.size() > longest_url || host_of(url).empty() ||
        !std::all_of(rest.begin(), rest.end(), is_of_an_address))
        throw UsageError{"--tiles " + in_one_line(url.substr(0, longest_url)) +
                         " is no address of tiles: give https, one host, and {z}, {x} and {y} once each, as "
                         "in https://tile.example.org/{z}/{x}/{y}.png"};
    return {url, in_one_line(attribution)};
}

std::string origin_of(const TileSource& tiles) {
    return std::string(scheme) + lower_ascii(std::string(host_of(tiles.url)));
}

}  // namespace incidentmap
