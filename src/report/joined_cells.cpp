// SPDX-License-Identifier: MIT
#include "report/joined_cells.hpp"

#include <algorithm>
#include <cctype>

#include "core/count.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

/// The cell, without the `.0` that spreadsheets and pandas give a whole number; empty where it is not known.
std::string cell_at(const JoinedColumn& column, std::size_t which, const std::vector<std::string>& cells) {
    const std::size_t from = which < column.from.size() ? column.from[which] : JoinedColumn::none;
    if (from == JoinedColumn::none) return {};
    std::string_view cell = trimmed(cells[from]);
    if (cell.size() > 2 && cell.ends_with(".0")) cell.remove_suffix(2);
    return says_nothing(cell) ? std::string{} : std::string(cell);
}

bool is_zero(const std::string& text) {
    return !text.empty() && text.find_first_not_of('0') == std::string::npos;
}

bool all_digits(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string two_digits(const std::string& number) { return number.size() == 1 ? "0" + number : number; }

std::string day_parts(const std::string& year, const std::string& month, const std::string& day) {
    if (year.empty() || is_zero(year)) return {};
    if (month.empty() || is_zero(month)) return year;
    const bool has_day = !day.empty() && !is_zero(day);
    if (!all_digits(month)) return (has_day ? day + " " : "") + month + " " + year;
    return year + "-" + two_digits(month) + (has_day ? "-" + two_digits(day) : "");
}

std::string span(const std::string& first, const std::string& last) {
    if (first.empty() || last.empty() || first == last) return first.empty() ? last : first;
    const auto is_plain = [](const std::string& text) {
        return text.size() == 10 && text[4] == '-' && text[7] == '-';
    };
    return first + (is_plain(first) && is_plain(last) ? "/" : " to ") + last;
}

std::string bounds(const std::string& best, const std::string& low, const std::string& high) {
    if (low.empty() && high.empty()) return best;
    if (low.empty() || high.empty()) {
        if (!best.empty()) return best;
        return low.empty() ? "up to " + high : "at least " + low;
    }
    if (low == high) return best.empty() || best == low ? low : best + " (" + low + "-" + high + ")";
    return best.empty() ? low + "-" + high : best + " (" + low + "-" + high + ")";
}

/// A number alone does not say how many of the casualties were killed.
std::string toll(const std::string& cell) {
    if (cell.empty() || says_unknown(cell)) return {};
    const bool in_words =
        std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    if (is_zero(cell)) return "no casualties";
    return in_words ? cell : cell + " casualties";
}

std::string two_tolls(const std::string& cell) {
    const auto parts = split_list(cell, "/");
    if (parts.size() != 2) return toll(cell);
    return parts.front() + " killed, " + parts.back() + " injured";
}

/// `44.4009, 33.3406` with its latitude first; what is no pair as it stands.
std::string latitude_first(const std::string& cell) {
    for (const std::string_view separator : {";", ",", "/", " "}) {
        const auto parts = split_list(cell, separator);
        if (parts.size() != 2) continue;
        const bool are_numbers = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
            return part.find_first_not_of("+-0123456789.,") == std::string::npos;
        });
        if (are_numbers) return parts.back() + (separator == "," ? ", " : "; ") + parts.front();
    }
    return cell;
}

std::string with_unit(const std::string& cell, std::string_view unit) {
    const bool is_number = !cell.empty() && cell.find_first_not_of("0123456789.,- ") == std::string::npos;
    return is_number ? cell + " " + std::string(unit) : cell;
}

}  // namespace

std::string joined_cell(const JoinedColumn& column, const std::vector<std::string>& cells) {
    const auto cell = [&](std::size_t which) { return cell_at(column, which, cells); };
    switch (column.rule) {
        case JoinRule::day_parts:
            return day_parts(cell(0), cell(1), cell(2));
        case JoinRule::span:
            return span(cell(0), cell(1));
        case JoinRule::bounds:
            return bounds(cell(0), cell(1), cell(2));
        case JoinRule::toll:
            return toll(cell(0));
        case JoinRule::longitude_first:
            return latitude_first(cell(0));
        case JoinRule::kilometres:
            return with_unit(cell(0), "km");
        case JoinRule::miles:
            return with_unit(cell(0), "mi");
        case JoinRule::two_tolls:
            return two_tolls(cell(0));
    }
    return {};
}

}  // namespace incidentmap
