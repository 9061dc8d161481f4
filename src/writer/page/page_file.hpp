// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "writer/draft_text.hpp"

namespace incidentmap {

/// A page that is being written: its data stand in blocks, `<script type="application/json">`, which a
/// browser does not run and the page's program reads when it needs them.
class PageFile {
  public:
    explicit PageFile(const std::filesystem::path& draft) : m_text{draft} {}

    /// As it is.
    void markup(std::string_view html);
    /// One block. \param kind what the program asks for it by, a word of letters \param append adds the JSON,
    /// in which `<` must be escaped, as append_json() does
    void block(std::string_view kind, const std::function<void(std::string&)>& append);
    /// The same, of what the program may need late or never. Where it is large it is packed (zlib, then
    /// base64, `data-packed="zlib"`), so that a page of many incidents is opened fast.
    void late_block(std::string_view kind, std::string_view json);

    /// \throws Error where the disk is full
    void close() { m_text.close(); }

  private:
    DraftText m_text;
};

}  // namespace incidentmap
