// SPDX-License-Identifier: MIT
/// Turns the tables of a module, which people read and mend, into rows that the compiler reads.
/// Usage: make_tables FOLDER OUT_FOLDER [MODULE]; the module is gazetteer where none is named
/// For each row of `tables` below that is of the module, FOLDER/NAME.csv becomes OUT_FOLDER/NAME.inc, to be
/// included between the braces of an array. The first row that is wrong ends it, with a sentence that names
/// file, line and value.
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
    std::string_view module = "gazetteer";
};

/// The columns of a report table, and what other tables part them into.
constexpr std::string_view report_columns =
    "report_id=ReportColumn::report_id|incident_id=ReportColumn::incident_id|"
    "source_id=ReportColumn::source_id|event_date=ReportColumn::event_date|"
    "event_type=ReportColumn::event_type|sub_event_type=ReportColumn::sub_event_type|"
    "weapon=ReportColumn::weapon|weapon_count=ReportColumn::weapon_count|"
    "place=ReportColumn::place|place_words=ReportColumn::place_words|"
    "country=ReportColumn::country|admin1=ReportColumn::admin1|admin2=ReportColumn::admin2|"
    "launch_place=ReportColumn::launch_place|launch_words=ReportColumn::launch_words|"
    "launch_country=ReportColumn::launch_country|launch_admin1=ReportColumn::launch_admin1|"
    "latitude=ReportColumn::latitude|longitude=ReportColumn::longitude|"
    "coordinates_uncertainty_m=ReportColumn::coordinates_uncertainty_m|"
    "coordinates_from=ReportColumn::coordinates_from|"
    "coordinates_by=ReportColumn::coordinates_by|"
    "launch_latitude=ReportColumn::launch_latitude|"
    "launch_longitude=ReportColumn::launch_longitude|"
    "place_said_to_be=ReportColumn::place_said_to_be|"
    "launch_said_to_be=ReportColumn::launch_said_to_be|killed=ReportColumn::killed|"
    "injured=ReportColumn::injured|damage=ReportColumn::damage|"
    "attributed_to=ReportColumn::attributed_to|attributed_by=ReportColumn::attributed_by|"
    "claimed_by=ReportColumn::claimed_by|denied_by=ReportColumn::denied_by|"
    "launch_said_by=ReportColumn::launch_said_by|"
    "launch_disputed_by=ReportColumn::launch_disputed_by|notes=ReportColumn::notes|"
    "publisher=ReportColumn::publisher|title=ReportColumn::title|"
    "published=ReportColumn::published|url=ReportColumn::url|year=ColumnPart::year|"
    "month=ColumnPart::month|day=ColumnPart::day|end_date=ColumnPart::end_date|"
    "position=ColumnPart::position|killed_low=ColumnPart::killed_low|"
    "killed_high=ColumnPart::killed_high|injured_low=ColumnPart::injured_low|"
    "injured_high=ColumnPart::injured_high|casualties=ColumnPart::casualties|"
    "killed_and_injured=ColumnPart::killed_and_injured|"
    "position_lon_first=ColumnPart::position_lon_first|uncertainty_km=ColumnPart::uncertainty_km|"
    "uncertainty_miles=ColumnPart::uncertainty_miles";

constexpr Column rule{"rule"};
constexpr Column example{"example"};
constexpr Column counter_example{"counter-example"};
constexpr Column same_as{"same as"};
constexpr Column like{"like"};
constexpr Column reads_as{"reads as"};

/// The sorts of weapons by which kinds of incidents are told apart.
constexpr std::string_view weapon_kinds =
    "nothing=WeaponKind::none|rocket=WeaponKind::rocket|missile=WeaponKind::missile|drone=WeaponKind::drone|"
    "aircraft=WeaponKind::aircraft|artillery=WeaponKind::artillery|mortar=WeaponKind::mortar|"
    "bomb=WeaponKind::bomb|boat=WeaponKind::boat|grenade=WeaponKind::grenade|gun=WeaponKind::gun";

/// To add a table: a row here, the file in src/MODULE/tables, and a test that each row's example holds.
const std::vector<Table>& tables() {
    using enum Form;
    static const std::vector<Table> all{
        {"date_words",
         {{"means", choice,
           "month=DateWord::month|weekday=DateWord::weekday|season=DateWord::season|part=DateWord::part|"
           "quarter=DateWord::quarter|week=DateWord::week|night=DateWord::night|to=DateWord::to|"
           "and=DateWord::also|nothing=DateWord::nothing|about=DateWord::about|zone=DateWord::zone|"
           "noon=DateWord::noon|half=DateWord::half|ordinal=DateWord::ordinal|before=DateWord::before|"
           "ending=DateWord::ending|weekend=DateWord::weekend|not known=DateWord::not_known|"
           "one end=DateWord::one_end"},
          {"number", number},
          {"language"},
          {"words", words, "", true},
          example},
         "core"},
        {"count_words",
         {{"means", choice,
           "number=CountWord::number|plural=CountWord::plural|at least=CountWord::at_least|"
           "more than=CountWord::more_than|at most=CountWord::at_most|fewer than=CountWord::fewer_than|"
           "about=CountWord::about|killed=CountWord::killed|injured=CountWord::injured|"
           "or more=CountWord::or_more|person=CountWord::person|and=CountWord::also|to=CountWord::to|"
           "between=CountWord::between|about number=CountWord::about_number|including=CountWord::including|"
           "possibly=CountWord::possibly|no casualties=CountWord::no_casualties"},
          {"number", number},
          {"language"},
          {"words", words},
          example,
          reads_as},
         "core"},
        {"unknown_words",
         {{"means", choice,
           "unknown=UnknownWord::unknown|no figure=UnknownWord::no_figure|no name=UnknownWord::no_name"},
          {"language"},
          {"words", words, "", true},
          example},
         "core"},
        {"column_names",
         {{"column", choice, report_columns},
          {"language"},
          {"rank", number},
          {"longer", choice, "yes=true|no=false"},
          {"names", words, "", true}},
         "report"},
        {"event_words",
         {{"sub_event_type", text},
          {"event_type", text},
          {"language"},
          {"words", words, "", true},
          {"within", choice, "yes=true|no=false"},
          example},
         "report"},
        {"known_columns",
         {{"table", text},
          {"their column", text},
          {"needed", choice, "yes=true|no=false"},
          {"our column", text},
          {"nothing", text, R"(nothing="")"}},
         "report"},
        {"known_precisions",
         {{"table", text},
          {"of", choice, "place=PrecisionOf::place|vicinity=PrecisionOf::vicinity|date=PrecisionOf::date"},
          {"code", text},
          {"means"},
          {"becomes", text}},
         "report"},
        {"known_events",
         {{"table", text},
          {"code", text},
          {"means"},
          {"event_type", text, R"(left out=""|as it stands="=")"},
          {"sub_event_type", text, R"(nothing="")"}},
         "report"},
        {"known_constants",
         {{"table", text}, {"our column", text}, {"value", text}, {"where filled", text, R"(always="")"}},
         "report"},
        {"known_headers", {{"table", text}, {"cells", number}, {"names", words}}, "report"},
        {"total_words",
         {{"words", words, "", true},
          {"begins", choice, "yes=true|no=false"},
          {"a place too", choice, "yes=true|no=false"},
          {"language"},
          example},
         "report"},
        {"column_words", {{"words", words, "", true}, {"some", choice, "yes=true|no=false"}, rule}, "report"},
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
        {"admin_words",
         {{"kind", choice, "place_kinds"},
          {"countries", words, R"(in questions only="-")"},
          {"language", text},
          {"rule", choice, "before the name=first|after the name=last|before or after the name=either"},
          {"words", words},
          example,
          {"name"}}},
        {"no_places",
         {{"sort", choice, "placeholder=NoPlace::placeholder|common noun=NoPlace::common_noun"},
          {"language", text},
          {"words", words, "", true},
          example}},
        {"direction_words",
         {{"direction", choice, R"(N="N"|NE="NE"|E="E"|SE="SE"|S="S"|SW="SW"|W="W"|NW="NW")"},
          {"language", text},
          {"words", words},
          example}},
        {"contested_places",
         {{"place"}, {"country", country}, {"box", text, R"(all of it="")"}, {"also in", words}, rule}},
        {"split_divisions", {{"country", country}, {"division", text}, {"part of", text}, {"until", number}}},
        {"country_groups", {{"words", text, "", true}, {"countries", text}, rule}},
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
        {"phrase_words",
         {{"use", choice,
           "near=PhraseUse::near|outskirts=PhraseUse::outskirts|part=PhraseUse::part|edge=PhraseUse::edge|"
           "inside=PhraseUse::inside|kind=PhraseUse::kind|empty=PhraseUse::empty|begins=PhraseUse::begins|"
           "name=PhraseUse::name|never=PhraseUse::never|told=PhraseUse::told"},
          {"words", words, "", true},
          rule,
          example,
          reads_as}},
        {"phrase_forms",
         {{"language", text}, {"form", text, "", true}, {"english", text}, example, reads_as}},
        {"name_endings",
         {{"ending", text, "", true}, {"becomes", text, R"(nothing="")"}, rule, example, {"name"}}},
        {"distance_units",
         {{"words", words, "", true},
          {"metres", number},
          {"in a name", choice, "no=false|perhaps=true"},
          rule,
          example,
          reads_as}},
        {"country_words",
         {{"words", text, "", true},
          {"country", country},
          {"rule", choice,
           "a name in the news=Use::name|in a column of countries=Use::column|its people=Use::people"}}},
        {"rivers", {{"rank", number}, {"line", text}}},
        {"capitals", {{"country", country, "", true}, {"words", text}, example}},
        {"number_words",
         {{"value", number},
          {"ordinal", choice, "yes=true|no=false"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"triggers",
         {{"sort", choice,
           "strikes=TriggerSort::strikes|lands=TriggerSort::lands|launches=TriggerSort::launches|"
           "goes off=TriggerSort::goes_off|foils=TriggerSort::foils|comes under=TriggerSort::comes_under|"
           "clashes=TriggerSort::clashes"},
          {"form", choice, "verb=true|noun=false"},
          {"kind", choice, weapon_kinds},
          {"language"},
          {"words", words, "", true},
          example,
          counter_example},
         "prose"},
        {"weapons",
         {{"kind", choice, weapon_kinds}, {"language"}, {"words", words, "", true}, example, counter_example},
         "prose"},
        {"toll_words",
         {{"sort", choice, "killed=TollSort::killed|injured=TollSort::injured|both=TollSort::both"},
          {"form", choice,
           "verb=TollForm::verb|after=TollForm::after|none=TollForm::none|one=TollForm::one|two=TollForm::"
           "two"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"people_words",
         {{"sort", choice,
           "title=PeopleSort::title|victims=PeopleSort::victims|speech=PeopleSort::speech|"
           "organisation=PeopleSort::organisation|group=PeopleSort::group"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"modality_words",
         {{"sort", choice,
           "possible=Modality::possible|threatened=Modality::threatened|denied=Modality::denied|"
           "commemorated=Modality::commemorated|practised=Modality::practised|accident=Modality::accident|"
           "sum=Modality::sum|taken back=Modality::taken_back"},
          {"where", choice, "before=true|near=false"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"role_words",
         {{"role", choice,
           "at=RoleWord::at|toward=RoleWord::toward|in=RoleWord::in|near=RoleWord::near|from=RoleWord::from|"
           "of=RoleWord::of|other=RoleWord::other"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"launch_words",
         {{"sort", choice, "verb=true|found=false"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"link_words",
         {{"sort", choice, "earlier=LinkSort::earlier|later=LinkSort::later|same=LinkSort::same"},
          {"days", number},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"time_words",
         {{"sort", choice,
           "day=TimeSort::day|overnight=TimeSort::overnight|anchored=TimeSort::anchored|"
           "anchored back=TimeSort::anchored_back|anchored on=TimeSort::anchored_on|ago=TimeSort::ago|"
           "week=TimeSort::week|weekend=TimeSort::weekend|month=TimeSort::month|year=TimeSort::year|holiday="
           "TimeSort::holiday"},
          {"days", number},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"site_words",
         {{"sort", choice,
           "base=SiteSort::base|airport=SiteSort::airport|field=SiteSort::field|embassy=SiteSort::embassy|"
           "settlement=SiteSort::settlement|ship=SiteSort::ship|market=SiteSort::market|crossing=SiteSort::"
           "crossing|"
           "hospital=SiteSort::hospital|school=SiteSort::school|worship=SiteSort::worship|"
           "hotel=SiteSort::hotel|prison=SiteSort::prison"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"place_nouns",
         {{"rank", number}, {"language"}, {"words", words}, example, counter_example},
         "prose"},
        {"attribution_words",
         {{"sort", choice,
           "claims=AttributionSort::claims|denies=AttributionSort::denies|blames=AttributionSort::blames"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"boilerplate",
         {{"where", choice, "begins=true|anywhere=false"},
          {"language"},
          {"words", words},
          example,
          counter_example},
         "prose"},
        {"abbreviations", {{"language"}, {"words", words}, example, counter_example}, "prose"},
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

void make_tables(const std::string& folder, const std::string& out, std::string_view module) {
    std::string kinds;
    for (const Table& table : tables()) {
        if (table.module != module) continue;
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
        if (count != 3 && count != 4) throw Error{"usage: make_tables FOLDER OUT_FOLDER [MODULE]"};
        make_tables(words[1], words[2], count == 4 ? words[3] : "gazetteer");
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_tables: %s\n", error.what());
        return 1;
    }
}
