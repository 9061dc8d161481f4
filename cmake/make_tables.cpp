// SPDX-License-Identifier: MIT
/// Turns the gazetteer's tables, which people read and mend, into rows that the compiler reads.
/// Usage: make_tables FOLDER OUT_FOLDER
/// For each row of `tables` below, FOLDER/NAME.csv becomes OUT_FOLDER/NAME.inc, to be included between the
/// braces of an array. The first row that is wrong ends it, with a sentence that names file, line and value.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "table/csv.hpp"

namespace {

using incidentmap::Error;

/// What stands in a column, and what becomes of it: `prose` is for readers and tests only.
enum class Form { text, words, letters, pair, letter, character, number, country, choice, prose };

struct Column {
    std::string_view name;
    Form form = Form::prose;
    /// What else may stand there, or all that may: `as written=as compiled`, parted by `|`.
    std::string_view choices{};
    bool once = false;  ///< no value (word, letter) stands in two rows with the same choice
};

struct Table {
    std::string_view name;
    std::vector<Column> columns;
};

constexpr Column rule{"rule"};
constexpr Column example{"example"};
constexpr Column same_as{"same as"};
constexpr Column like{"like"};

/// To add a table: a row here, the file in src/gazetteer/tables, and a test that each row's example holds.
const std::vector<Table>& tables() {
    using enum Form;
    static const std::vector<Table> all{
        {"letter_forms",
         {{"letters", letters, "", true},
          {"becomes", text, R"(nothing=""|space=" ")"},
          rule,
          example,
          same_as}},
        {"place_kinds",
         {{"kind", text, "", true},
          {"group", choice,
           R"(admin="admin"|settlement="settlement"|installation="installation"|feature="feature")"},
          rule}},
        {"kind_words",
         {{"kind", choice, "place_kinds"},
          {"language", text},
          {"rule", choice,
           "before the name=first|after the name=last|before or after the name=either|after the name of an "
           "installation=last_of_two"},
          {"words", words, "", true},
          example,
          {"name"}}},
        {"qualifiers",
         {{"meaning", text, "", true},
          {"mark", text, "", true},
          {"words", words, "", true},
          rule,
          example,
          same_as}},
        {"ordinary_words", {rule, {"words", words, "", true}, example}},
        {"particles",
         {{"word", text, "", true},
          {"part", choice, "tie=Part::tie|the=Part::the|elision=Part::elision|article=Part::article"},
          rule,
          example,
          {"name"}}},
        {"sounds_marked", {{"letters", letters, "", true}, {"sound", character}, rule, example, same_as}},
        {"sounds_plain",
         {{"letters", letters, "", true}, {"sound", character, "nothing=' '"}, rule, example, same_as}},
        {"sounds_together",
         {{"letters", text, "", true},
          {"sound", character},
          {"where", choice, "anywhere=false|at the start of a word=true"},
          rule,
          example,
          same_as}},
        {"telling_letters",
         {{"letters", letters, "", true},
          {"tell", choice,
           "BGN=Tell::bgn|not BGN=Tell::not_bgn|not BGN when nothing else "
           "tells=Tell::hardly_bgn|Sorani=Tell::sorani"},
          rule,
          example,
          same_as}},
        {"words_ending_in_h", {{"word", text, "", true}, rule, example, same_as}},
        {"two_readings",
         {{"letters", text, "", true},
          {"capital", text, R"(="")"},
          {"read as", text},
          rule,
          example,
          same_as}},
        {"compared_letters",
         {{"letters", letters}, {"relation", choice, "kindred=false|near vowels=true"}, rule, example, like}},
        {"compared_together",
         {{"letters", pair},
          {"becomes", letter},
          {"where", choice,
           "anywhere=Where::anywhere|at the start of a word=Where::first|not before a "
           "vowel=Where::not_before_vowel"},
          rule,
          example,
          like}},
        {"compared_across_scripts",
         {{"letter", letter, "", true}, {"latin", letter, "nothing=0"}, rule, example, like}},
        {"costs", {{"name", text, "", true}, {"letters", number}, rule, example, like}},
        {"phonetic_key_countries", {{"country", country, "", true}, rule}},
        {"country_words",
         {{"words", text, "", true},
          {"country", country},
          {"rule", choice, "a name in the news=false|its people=true"}}},
    };
    return all;
}

/// Where a cell stands, and what stands there.
struct Cell {
    std::string place;  ///< `letter_forms.csv:17`
    std::string_view column;
    std::string_view text;
};

[[noreturn]] void fail(const Cell& cell, std::string_view what) {
    throw Error{cell.place + ": " + std::string(cell.column) + " '" + std::string(cell.text) + "' " +
                std::string(what)};
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + '"';
}

/// As it stands in a character or string literal of char32_t.
std::string escaped(char32_t letter) {
    char bytes[16];
    std::snprintf(bytes, sizeof bytes, letter < 0xA0 ? "\\%03o" : "\\U%08X", static_cast<unsigned>(letter));
    return bytes;
}

/// One letter as it is written in a table: itself, or `U+0640`.
char32_t letter_of(const Cell& cell, std::string_view token) {
    if (token.starts_with("U+") && token.size() > 2) {
        const bool hexadecimal =
            token.substr(2).find_first_not_of("0123456789ABCDEF") == std::string_view::npos;
        if (!hexadecimal || token.size() > 7)
            fail(cell, "has '" + std::string(token) + "', which is no code point such as U+0640");
        return static_cast<char32_t>(std::stoul(std::string(token.substr(2)), nullptr, 16));
    }
    const std::u32string points = incidentmap::code_points(token);
    if (points.size() != 1)
        fail(cell, "has '" + std::string(token) +
                       "', which is not one letter: part letters by spaces, write signs as U+0640");
    return points[0];
}

/// `أ إ U+0671 U+064B-U+065F`
std::u32string letters_of(const Cell& cell) {
    std::u32string letters;
    for (const std::string& token : incidentmap::split_list(cell.text, " ")) {
        const std::size_t dash = token.find("-U+");
        const char32_t from = letter_of(cell, std::string_view(token).substr(0, dash));
        const char32_t to =
            dash == std::string::npos ? from : letter_of(cell, std::string_view(token).substr(dash + 1));
        for (char32_t letter = from; letter <= to; ++letter) letters += letter;
    }
    return letters;
}

/// What a cell that is one of the choices becomes; empty where it is none.
std::string chosen(const Column& column, std::string_view text) {
    for (const std::string& choice : incidentmap::split_list(column.choices, "|")) {
        const std::size_t equals = choice.find('=');
        if (std::string_view(choice).substr(0, equals) == text) return choice.substr(equals + 1);
    }
    return {};
}

/// The cell as the compiler reads it, and the values that may stand only once.
struct Compiled {
    std::string code;
    std::vector<std::string> values;
};

Compiled compiled(const Column& column, const Cell& cell) {
    if (const std::string choice = chosen(column, cell.text); !choice.empty()) return {choice, {}};
    if (cell.text.empty()) fail(cell, "is empty");
    if (incidentmap::trimmed(cell.text) != cell.text) fail(cell, "has a blank before or behind it");
    std::string code;
    switch (column.form) {
        case Form::text:
            return {quoted(cell.text), {std::string(cell.text)}};
        case Form::words: {
            const std::vector<std::string> words = incidentmap::split_list(cell.text, ",");
            if (incidentmap::joined(words, ", ") != cell.text)
                fail(cell, "is no list of words with ', ' between them");
            return {quoted(cell.text), words};
        }
        case Form::letters: {
            Compiled result;
            for (const char32_t letter : letters_of(cell)) {
                code += escaped(letter);
                result.values.push_back(incidentmap::utf8({&letter, 1}));
            }
            result.code = "U\"" + code + '"';
            return result;
        }
        case Form::pair: {
            const std::u32string points = incidentmap::code_points(cell.text);
            if (points.size() != 2) fail(cell, "is not two letters");
            return {"U\"" + escaped(points[0]) + escaped(points[1]) + '"', {}};
        }
        case Form::letter:
            return {"U'" + escaped(letter_of(cell, cell.text)) + '\'', {std::string(cell.text)}};
        case Form::character:
            if (cell.text.size() != 1 || cell.text == "'" || cell.text == "\\")
                fail(cell, "is not one of a to z, A to Z and ?");
            return {'\'' + std::string(cell.text) + '\'', {}};
        case Form::number:
            if (cell.text.find_first_not_of("0123456789.") != std::string_view::npos)
                fail(cell, "is no number such as 0.35");
            return {std::string(cell.text), {}};
        case Form::country:
            if (cell.text.size() != 2 ||
                cell.text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos)
                fail(cell, "is no country code such as IQ");
            return {quoted(cell.text), {std::string(cell.text)}};
        case Form::choice: {
            std::string known;
            for (const std::string& choice : incidentmap::split_list(column.choices, "|"))
                known += (known.empty() ? "" : ", ") + choice.substr(0, choice.find('='));
            fail(cell, "is none of: " + known);
        }
        case Form::prose:
            break;
    }
    return {};
}

/// The rows of one table. \param kinds the choices of the columns that take a kind of place
std::string rows_of(const std::string& folder, Table table, const std::string& kinds) {
    const std::string file = std::string(table.name) + ".csv";
    incidentmap::CsvReader reader(folder + "/" + file, 1);
    std::vector<std::string> names;
    for (Column& column : table.columns) {
        names.emplace_back(column.name);
        if (column.choices == "place_kinds") column.choices = kinds;
    }
    if (reader.columns() != names)
        throw Error{file + ":1: the columns are '" + incidentmap::joined(reader.columns(), ", ") +
                    "' and should be '" + incidentmap::joined(names, ", ") + "'"};
    std::map<std::string, std::string> seen;  // value and choice, and where
    std::string rows;
    while (const incidentmap::Row* row = reader.next()) {
        const std::string place = file + ":" + std::to_string(row->number);
        if (!row->problems.empty()) throw Error{place + ": " + row->problems.front().sentence};
        std::string code;
        std::string scope;
        std::vector<std::pair<Cell, std::string>> once;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            const Cell cell{place, column.name, row->cells[i]};
            const Compiled made = compiled(column, cell);
            if (column.form != Form::prose) code += (code.empty() ? "{" : ", ") + made.code;
            if (column.form == Form::choice && column.choices != kinds) scope.append(made.code).append(" ");
            for (const std::string& value : made.values) {
                if (column.once) once.emplace_back(cell, value);
            }
        }
        for (const auto& [cell, value] : once) {
            const std::string key = incidentmap::joined({std::string(cell.column), scope, value}, " ");
            const auto [known, is_new] = seen.emplace(key, place);
            if (!is_new) fail(cell, "has '" + value + "', which stands in " + known->second + " already");
        }
        rows += code + "},\n";
    }
    if (rows.empty()) throw Error{file + ": has no row"};
    return rows;
}

/// Writes what has changed only, so that nothing is compiled again for the rest.
void write(const std::string& path, const std::string& text) {
    std::ostringstream there;
    there << std::ifstream(path).rdbuf();
    if (there.str() == text) return;
    std::ofstream file(path);
    file << text;
    if (!file.flush()) throw Error{"cannot write " + path};
}

void make_tables(const std::string& folder, const std::string& out) {
    std::string kinds;
    for (const Table& table : tables()) {
        const std::string rows = rows_of(folder, table, kinds);
        write(out + "/" + std::string(table.name) + ".inc", rows);
        if (table.name != "place_kinds") continue;
        for (const std::string& row : incidentmap::split_list(rows, "\n")) {
            const std::string kind = row.substr(1, row.find(',') - 1);
            kinds += kind.substr(1, kind.size() - 2) + "=" + kind + "|";
        }
    }
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 3) throw Error{"usage: make_tables FOLDER OUT_FOLDER"};
        make_tables(words[1], words[2]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_tables: %s\n", error.what());
        return 1;
    }
}
