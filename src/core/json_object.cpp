// SPDX-License-Identifier: MIT
#include "core/json_object.hpp"

#include <cmath>

namespace incidentmap {

std::string& JsonObject::member(std::string_view name) {
    if (!m_first) m_out += ',';
    m_first = false;
    append_json(m_out, name);
    m_out += ':';
    return m_out;
}

void JsonObject::text(std::string_view name, std::string_view value) {
    std::string& out = member(name);
    if (value.empty()) {
        out += "null";
    } else {
        append_json(out, value);
    }
}

void JsonObject::number(std::string_view name, std::optional<double> value, int most_decimals) {
    append_json(member(name), value.value_or(std::nan("")), most_decimals);
}

void JsonObject::integer(std::string_view name, std::optional<std::int64_t> value) {
    std::string& out = member(name);
    if (value) {
        append_json(out, *value);
    } else {
        out += "null";
    }
}

}  // namespace incidentmap
