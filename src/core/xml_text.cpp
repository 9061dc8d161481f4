// SPDX-License-Identifier: MIT
#include "core/xml_text.hpp"

namespace incidentmap {

std::size_t no_xml_at(std::string_view text) {
    if (text.empty()) return 0;
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 0x20) return c != '\t' && c != '\n' && c != '\r' ? 1 : 0;
    return text.starts_with("\uFFFE") || text.starts_with("\uFFFF") ? 3 : 0;
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const std::size_t size = no_xml_at(text.substr(i)); size > 0) {
            out += "\uFFFD";
            i += size - 1;
            continue;
        }
        switch (const char c = text[i]) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace incidentmap
