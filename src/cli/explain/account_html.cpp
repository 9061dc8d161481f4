// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>

#include "cli/explain/account.hpp"
#include "cli/text_table.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 4rem; color: #1b1b1b; background: #fff;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #1b1b1b; }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; overflow-wrap: anywhere; }
p { margin: .35rem 0; }
.summary { font-size: 1.05rem; }
.note { color: #555; }
dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; }
dt, dd { margin: 0; padding: .3rem .5rem .3rem 0; border-top: 1px solid #e2e2e2; overflow-wrap: anywhere; }
dt { color: #555; }
dd { unicode-bidi: isolate; }
q { quotes: "\201C" "\201D"; }
a { color: #0b4f8a; }
footer { margin-top: 3rem; color: #555; font-size: .875rem; }
@media (max-width: 34rem) {
  dl { display: block; }
  dt { padding-bottom: 0; font-size: .875rem; }
  dd { border-top: 0; padding-top: 0; }
}
@media print {
  @page { margin: 18mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  dt, dd { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
)";

/// Base64 (RFC 4648, 4) of bytes that are given in hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 6) {
        unsigned bits = 0;
        for (std::size_t k = i; k < i + 6; ++k) bits = bits << 4 | (k < hex.size() ? digit(hex[k]) : 0);
        const std::size_t bytes = (std::min(hex.size() - i, std::size_t{6}) + 1) / 2;
        for (std::size_t k = 0; k < 4; ++k) out += k <= bytes ? letters[bits >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

/// The page may load nothing and run nothing; its own style is known by its sum.
std::string policy() {
    Sha256 sum;
    sum.add(style);
    return "default-src 'none'; style-src 'sha256-" + base64_of_hex(sum.hex()) +
           "'; base-uri 'none'; form-action 'none'";
}

std::string escaped(std::string_view text) { return xml_text(one_line(text)); }

/// True for an address that a link may have: http or https, and nothing in it that no address has.
bool is_web_address(const std::string& text) {
    const std::string lower = lower_ascii(text);
    return (lower.starts_with("https://") || lower.starts_with("http://")) &&
           text.find_first_of(" \t\r\n\"'<>\\`") == std::string::npos;
}

std::string value_of(const AccountLine& line) {
    if (line.is_quote) return "<q>" + escaped(line.text) + "</q>";
    if (!line.is_link || !is_web_address(line.text)) return escaped(line.text);
    return "<a href=\"" + escaped(line.text) + "\" rel=\"noopener noreferrer\">" + escaped(line.text) +
           "</a>";
}

void append_block(std::string& out, const AccountBlock& block) {
    if (!block.heading.empty()) out += "<h3 dir=\"auto\">" + escaped(block.heading) + "</h3>\n";
    if (block.lines.empty()) return;
    out += "<dl>\n";
    for (const AccountLine& line : block.lines)
        out += "<dt>" + escaped(line.label) + "</dt><dd dir=\"auto\">" + value_of(line) + "</dd>\n";
    out += "</dl>\n";
}

}  // namespace

std::string to_html(const Account& account) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
        policy() +
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
        escaped(account.title) + "</title>\n<style>" + std::string(style) +
        "</style>\n</head>\n<body>\n<h1>" + escaped(account.title) +
        "</h1>\n<p class=\"summary\" dir=\"auto\">" + escaped(account.summary) + "</p>\n";
    int number = 0;
    for (const AccountSection& section : account.sections) {
        out += "<section>\n<h2>" + std::to_string(++number) + ". " + escaped(section.title) + "</h2>\n";
        if (!section.note.empty()) out += "<p class=\"note\">" + escaped(section.note) + "</p>\n";
        for (const AccountBlock& block : section.blocks) append_block(out, block);
        out += "</section>\n";
    }
    return out +
           "<footer>Made by incidentmap explain. It documents reports of the past; a point on a map is no "
           "proof.</footer>\n</body>\n</html>\n";
}

}  // namespace incidentmap
