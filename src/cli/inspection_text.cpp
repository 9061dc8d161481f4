// SPDX-License-Identifier: MIT
#include "cli/inspection_text.hpp"

#include <algorithm>

#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "locate/location.hpp"
#include "report/report.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t widest_value = 24;

std::string counted(std::int64_t count, const std::string& one, const std::string& several = {}) {
    return std::to_string(count) + " " + (count == 1 ? one : several.empty() ? one + "s" : several);
}

/// The text within so many columns of a terminal, its end cut with an ellipsis.
std::string within_width(const std::string& text, std::size_t width) {
    if (display_width(text) <= width) return text;
    std::string cut = text;
    while (!cut.empty() && display_width(cut) >= width) {
        // A letter may have several bytes.
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
        if (!cut.empty()) cut.pop_back();
    }
    return cut + "…";
}

std::string values_of(const InspectedColumn& column) {
    if (column.values.empty()) return "(empty)";
    std::vector<std::string> shown;
    for (const std::string& value : column.values)
        shown.push_back(within_width(one_line(value), widest_value));
    return joined(shown, " · ");
}

std::string use_in_words(const LikelyUse& use) {
    return std::string(name_of(use.column)) + (use.sure ? "" : ", perhaps");
}

std::string columns_text(const Inspection& inspection) {
    std::vector<std::vector<std::string>> rows{{"column", "is read as", "filled", "values"}};
    for (const InspectedColumn& column : inspection.columns) {
        rows.push_back({within_width(one_line(column.name), 40),
                        column.read_as.empty() ? "-" : column.read_as, std::to_string(column.filled),
                        values_of(column)});
    }
    return text_table(rows, 80);
}

std::string not_recognised_text(const Inspection& inspection, const Colours& colours) {
    std::vector<std::string> kept;
    std::string uses;
    for (const InspectedColumn& column : inspection.columns) {
        if (!column.read_as.empty()) continue;
        if (!column.use) {
            kept.push_back(column.name);
            continue;
        }
        uses += "  " + column.name + " may be " + use_in_words(*column.use) + ": " + column.use->why +
                "\n      --map " +
                as_command({std::string(name_of(column.use->column)) + "=" + column.name}) + "\n";
    }
    std::string text;
    if (!uses.empty()) text += "\n" + colours.heading("Not recognised, and what it may be") + "\n" + uses;
    if (!kept.empty())
        text += "\n" + colours.heading("Kept as they are, beside the map's own columns") + "\n  " +
                joined(kept, ", ") + "\n";
    return text;
}

std::string dates_text(const Inspection& inspection) {
    std::string text = counted(inspection.reports, "report");
    if (inspection.first_day) {
        text += inspection.first_day == inspection.last_day
                    ? ", of " + to_iso(*inspection.first_day)
                    : ", from " + to_iso(*inspection.first_day) + " to " + to_iso(*inspection.last_day);
        if (inspection.dated < inspection.reports)
            text += "; " + std::to_string(inspection.reports - inspection.dated) + " without a date";
    } else {
        text += inspection.reports > 0 ? ", none with a date" : "";
    }
    return text + "\n";
}

std::string places_text(const Inspection& inspection) {
    std::string text;
    if (inspection.with_position > 0)
        text += counted(inspection.with_position, "report has a position", "reports have a position") + "\n";
    if (inspection.places_looked_up == 0) return text;
    const auto status = [&](Status which) { return inspection.by_status[static_cast<std::size_t>(which)]; };
    text += (inspection.places > inspection.places_looked_up
                 ? "of the first " + std::to_string(inspection.places_looked_up) + " of "
                 : std::string("of ")) +
            counted(inspection.places, "place") +
            " named in the others: " + std::to_string(status(Status::resolved)) + " found as points, " +
            std::to_string(status(Status::coarse)) + " as areas, " +
            std::to_string(status(Status::ambiguous)) + " that may be several places, " +
            std::to_string(status(Status::unresolved)) + " not found\n";
    if (!inspection.in_doubt.empty())
        text += "  not on the map, for example: " + joined(inspection.in_doubt, " · ") + "\n";
    if (inspection.country_of_most)
        text += "  no column says the country, and most are in " + country_name(*inspection.country_of_most) +
                ". Where all are: --assume country=" + *inspection.country_of_most + "\n";
    return text;
}

std::string unread_text(const Inspection& inspection, const Colours& colours) {
    if (inspection.unread.empty()) return {};
    std::string text = "\n" + colours.heading("Not read") + "\n";
    for (const UnreadCells& cells : inspection.unread) {
        text += "  " + cells.code + "  " + std::to_string(cells.count) + "\n      row " +
                std::to_string(cells.row) + ": " + one_line(cells.example) + "\n";
    }
    return text;
}

}  // namespace

std::string as_command(const std::vector<std::string>& words) {
    std::vector<std::string> quoted;
    for (const std::string& word : words) {
        const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   std::string_view("-_./=,:").find(c) != std::string_view::npos;
        });
        if (plain) {
            quoted.push_back(word);
            continue;
        }
        std::string text = "'";
        for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        quoted.push_back(text + "'");
    }
    return joined(quoted, " ");
}

std::string to_text(const Inspection& inspection, const Colours& colours) {
    std::string text;
    for (const std::string& note : inspection.notes) text += inspection.file + ": " + note + "\n";
    if (inspection.sheets.size() > 1)
        text += inspection.file + ": it has the sheets '" + joined(inspection.sheets, "', '") + "'\n";
    text += (text.empty() ? "" : "\n") + columns_text(inspection) + "\n" + dates_text(inspection) +
            places_text(inspection) + not_recognised_text(inspection, colours) +
            unread_text(inspection, colours);
    if (!inspection.says_where) {
        text +=
            "\nNo column says where: name the one with the places as in --map place=COLUMN, or those with "
            "the position as in --map latitude=COLUMN --map longitude=COLUMN.\n";
        const bool offers = std::any_of(
            inspection.columns.begin(), inspection.columns.end(), [](const InspectedColumn& column) {
                return column.use && (column.use->column == ReportColumn::place ||
                                      column.use->column == ReportColumn::latitude);
            });
        if (!offers) return text;
    }
    return text + "\n" + colours.heading("To make the map") + "\n  " + as_command(inspection.command) + "\n";
}

std::string to_json(const Inspection& inspection) {
    std::string out;
    JsonObject object(out);
    const auto append_text = [](std::string& to, const std::string& text) { append_json(to, text); };
    object.text("file", inspection.file);
    append_array(object.member("notes"), inspection.notes, append_text);
    append_array(object.member("sheets"), inspection.sheets, append_text);
    append_array(object.member("columns"), inspection.columns,
                 [&](std::string& to, const InspectedColumn& column) {
                     JsonObject one(to);
                     one.text("name", column.name);
                     one.text("read_as", column.read_as);
                     one.integer("filled", column.filled);
                     append_array(one.member("values"), column.values, append_text);
                     one.text("may_be", column.use ? std::string(name_of(column.use->column)) : "");
                     one.text("because", column.use ? column.use->why : "");
                     one.end();
                 });
    object.integer("reports", inspection.reports);
    object.integer("dated", inspection.dated);
    object.text("first_day", inspection.first_day ? to_iso(*inspection.first_day) : "");
    object.text("last_day", inspection.last_day ? to_iso(*inspection.last_day) : "");
    object.integer("with_position", inspection.with_position);
    object.integer("places", inspection.places);
    object.integer("places_looked_up", inspection.places_looked_up);
    for (const Status status : {Status::resolved, Status::coarse, Status::ambiguous, Status::unresolved})
        object.integer(to_string(status), inspection.by_status[static_cast<std::size_t>(status)]);
    append_array(object.member("in_doubt"), inspection.in_doubt, append_text);
    append_array(object.member("unread"), inspection.unread, [](std::string& to, const UnreadCells& cells) {
        JsonObject one(to);
        one.text("code", cells.code);
        one.integer("count", cells.count);
        one.integer("row", cells.row);
        one.text("example", cells.example);
        one.end();
    });
    append_array(object.member("command"), inspection.command, append_text);
    object.end();
    return out;
}

}  // namespace incidentmap
