// SPDX-License-Identifier: MIT
#include "writer/page/page_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include "core/base64.hpp"
#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t least_packed_bytes = std::size_t{64} << 10;

std::string packed(std::string_view text) {
    constexpr int level = 6;
    std::size_t size = 0;
    void* bytes = CPLZLibDeflate(text.data(), text.size(), level, nullptr, 0, &size);
    if (bytes == nullptr) throw Error{"there is not enough memory to write the page"};
    std::string result(static_cast<const char*>(bytes), size);
    VSIFree(bytes);
    return result;
}

}  // namespace

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

void PageFile::late_block(std::string_view kind, std::string_view json) {
    if (json.size() < least_packed_bytes) {
        block(kind, [&](std::string& out) { out += json; });
        return;
    }
    std::string& out = m_text.buffer();
    out += "<script type=\"application/json\" data-packed=\"zlib\" data-block=\"";
    out += kind;
    out += "\">";
    out += base64(packed(json));
    out += "</script>\n";
    m_text.flush_if_full();
}

}  // namespace incidentmap
