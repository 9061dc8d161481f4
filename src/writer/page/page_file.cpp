// SPDX-License-Identifier: MIT
#include "writer/page/page_file.hpp"

namespace incidentmap {

void PageFile::markup(std::string_view html) {
    m_text.buffer() += html;
    m_text.flush_if_full();
}

void PageFile::block(std::string_view kind, const std::function<void(std::string&)>& append) {
    std::string& out = m_text.buffer();
    out += "<script type=\"application/json\" data-block=\"";
    out += kind;
    out += "\">";
    append(out);
    out += "</script>\n";
    m_text.flush_if_full();
}

void PageFile::block(std::string_view kind, std::string_view json) {
    block(kind, [&](std::string& out) { out += json; });
}

}  // namespace incidentmap
