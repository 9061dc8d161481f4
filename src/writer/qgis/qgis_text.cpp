// SPDX-License-Identifier: MIT
#include "writer/qgis/qgis_text.hpp"

#include <array>
#include <string_view>

namespace incidentmap::qgis_text {
namespace {

/// A QGIS expression that is true for an address of the web, without anything that ends an attribute of HTML.
std::string is_web_address(const std::string& expression) {
    return "regexp_match(" + expression + ", '^[Hh][Tt][Tt][Pp][Ss]?://[^\\\\s\"<>\\\\\\\\^`{|}]+\\\\z')";
}

/// The parts of a cell of several, ` | ` between them.
std::string parts_of(const std::string& expression) {
    return "string_to_array(coalesce(" + expression + ", ''), ' | ')";
}

/// A text for each number of a part, one below the other. \param count of parts
std::string each_part(const std::string& count, const std::string& text) {
    return "array_to_string(array_foreach(generate_series(0, " + count + " - 1), " + text + "), '<br>')";
}

}  // namespace

std::string date() {
    return "CASE WHEN \"event_date\" IS NULL THEN 'undated' ELSE concat(CASE WHEN strpos(\"event_date\", "
           "'~') > "
           "0 THEN 'about ' ELSE '' END, replace(replace(\"event_date\", '~', ''), '/', ' to ')) END";
}

std::string weapon() {
    // Words that are known to take an s; others stand behind a sign. \\1 is the word itself.
    constexpr std::string_view several =
        "regexp_replace(\"weapon\", "
        "'\\\\b([Rr]ocket|[Mm]issile|[Dd]rone|[Ss]hell|[Bb]omb|[Rr]ound|[Gg]renade|[Pp]rojectile|[Mm]ine|"
        "[Ss]trike|[Aa]irstrike)$', '\\\\1s')";
    return std::string(
               "CASE WHEN \"weapon\" IS NULL THEN \"weapon_count_text\" || ' × weapon not reported' "
               "WHEN coalesce(\"location_no\", 1) > 1 THEN \"weapon\" "
               "WHEN \"weapon_count_text\" IS NULL THEN \"weapon\" || ', number not reported' "
               "WHEN \"weapon_count_text\" = '1' THEN '1 ' || \"weapon\" "
               "WHEN right(")
        .append(several)
        .append(", 1) = 's' THEN \"weapon_count_text\" || ' ' || ")
        .append(several)
        .append(" ELSE \"weapon_count_text\" || ' × ' || \"weapon\" END");
}

std::string launch_sayer() {
    return "coalesce(\"launch_said_by\", \"source_names\", 'a report whose source is not stated')";
}

std::string html(const std::string& expression) {
    std::string text = "to_string(" + expression + ")";
    // One within the other: replacements in a map are made in the order of their keys, `"` before `&`.
    constexpr std::array<std::array<std::string_view, 2>, 4> marks{
        {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}}};
    for (const auto& [mark, entity] : marks)
        text = "replace(" + text + ", '" + std::string(mark) + "', '" + std::string(entity) + "')";
    return text;
}

std::string shown(const std::string& html_expression) {
    return "[% coalesce(" + html_expression + ", '') %]";
}

std::string line(const std::string& words, const std::string& expression) {
    return shown("'<br>" + words + "' || " + html(expression));
}

std::string attributed(const std::string& words, const std::string& who, const std::string& by) {
    const std::string speaker =
        "coalesce(nullif(array_get(" + parts_of(by) + ", @element), ''), \"source_names\", 'one report')";
    return shown("'<br>' || CASE WHEN " + who + " IS NOT NULL THEN " +
                 each_part("array_length(" + parts_of(who) + ")",
                           "'" + words + " ' || " + html("array_get(" + parts_of(who) + ", @element)") +
                               " || ', according to ' || " + html(speaker)) +
                 " END");
}

std::string source_links() {
    const std::string name =
        html("array_get(" + parts_of("coalesce(\"source_names\", 'a report whose source is not stated')") +
             ", @element)");
    const std::string address = "array_get(" + parts_of("\"source_urls\"") + ", @element)";
    const std::string count = "array_length(" + parts_of("\"source_names\"") + ")";
    // Where a name has the separator in it, nobody can tell whose the addresses are.
    const std::string has_link =
        count + " = array_length(" + parts_of("\"source_urls\"") + ") AND " + is_web_address(address);
    return shown(each_part(count, "CASE WHEN " + has_link + " THEN '<a href=\"' || " + html(address) +
                                      " || '\">' || " + name + " || '</a>' ELSE " + name + " END"));
}

std::string web_address(const std::string& expression) {
    return "CASE WHEN " + is_web_address(expression) + " THEN " + expression + " ELSE '' END";
}

}  // namespace incidentmap::qgis_text
