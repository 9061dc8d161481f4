// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/json_text.hpp"

namespace incidentmap {

/// Adds members to a JSON object one by one.
class JsonObject {
  public:
    explicit JsonObject(std::string& out) : m_out(out) { m_out += '{'; }

    /// The name of the next member; its value is to be appended to what is returned.
    std::string& member(std::string_view name);
    /// An empty text is null.
    void text(std::string_view name, std::string_view value);
    /// Nothing, and what is not finite, is null.
    void number(std::string_view name, std::optional<double> value, int most_decimals);
    void integer(std::string_view name, std::optional<std::int64_t> value);
    void end() { m_out += '}'; }

  private:
    std::string& m_out;
    bool m_first = true;
};

/// Appends `[…]`. \param append adds one item to the text that it is given
template <typename Items, typename Append>
void append_array(std::string& out, const Items& items, Append append) {
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        append(out, item);
    }
    out += ']';
}

}  // namespace incidentmap
