// SPDX-License-Identifier: MIT
#include "core/base64.hpp"
#include "core/hex.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "harness.hpp"
#include "table/csv_text.hpp"

using namespace incidentmap;

/// Any bytes become text that JSON, XML and spreadsheets take as text, and none of it is markup or a formula.
void fuzz_texts(std::string_view bytes) {
    const Utf8 utf8 = as_utf8(bytes);
    require(is_utf8(utf8.text) && (utf8.replaced == 0) == is_utf8(bytes));
    const std::string xml = xml_text(utf8.text);
    require(is_utf8(xml) && xml.find_first_of("<>\"") == std::string::npos);
    std::string json;
    append_json(json, std::string_view(utf8.text));
    require(is_utf8(json) && json.front() == '"' && json.back() == '"');
    for (const char letter : json) require(static_cast<unsigned char>(letter) >= 0x20);
    const auto back = from_hex(to_hex(bytes));
    require(back && *back == bytes);
    require(base64(bytes).size() == (bytes.size() + 2) / 3 * 4);
    const std::string short_text = shortened(utf8.text, 20);
    require(is_utf8(short_text) && short_text.size() <= 20);
    require(in_one_line(in_one_line(utf8.text)) == in_one_line(utf8.text));
    const std::string cell = to_spreadsheet_cell(utf8.text);
    const bool is_number =
        cell.starts_with('-') && cell.find_first_not_of("0123456789.", 1) == std::string::npos;
    require(cell.empty() || is_number ||
            std::string_view("=+-@").find(cell.front()) == std::string_view::npos);
    require(from_spreadsheet_cell(cell) == utf8.text);
}
