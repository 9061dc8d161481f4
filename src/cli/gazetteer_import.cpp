// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_reporter.hpp"
#include "cli/gazetteer_commands.hpp"
#include "cli/text_table.hpp"
#include "core/error.hpp"
#include "core/stream_copies.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "gazetteer/import/import.hpp"

namespace incidentmap {
namespace {

/// An option that belongs to the layers named before it.
struct LayerOption {
    const char* name;
    const char* help;
    const char* type;
    std::string LayerMapping::*member;
};

constexpr LayerOption layer_options[] = {
    {"--kind", "What the places are: a column, or a kind for all (province, village ...)", "COLUMN|KIND",
     &LayerMapping::kind},
    {"--id", "The column with the publisher's ids", "COLUMN", &LayerMapping::id},
    {"--lang", "The language of the names: a column, or a code for all (ar, uk ...)", "COLUMN|CODE",
     &LayerMapping::language},
    {"--country", "A column, or a country for all", "COLUMN|CC", &LayerMapping::country},
    {"--admin1", "The column with the province", "COLUMN", &LayerMapping::admin1},
    {"--admin2", "The column with the district", "COLUMN", &LayerMapping::admin2},
    {"--population", "The column with the population", "COLUMN", &LayerMapping::population},
    {"--layer", "The layer of the file; without it, the first", "LAYER", &LayerMapping::layer},
    {"--source", "Who published it", "TITLE", &LayerMapping::source},
    {"--licence", "Under which licence", "LICENCE", &LayerMapping::licence},
};

struct Arguments {
    std::vector<std::string> words;
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::string>> layer_values;  ///< by option
    std::string output;
    std::string only;
    bool into_data_folder = false;
};

const char* const format_words = "geonames, geonames-names, ourairports, csv and ogr";

/// Words and options in the order in which they were given: a format opens a part, files and options follow
/// it.
class PartMaker {
  public:
    void add_word(const std::string& word) {
        if (const auto format = import_format(word)) {
            m_parts.push_back({*format, {}, {}});
            return;
        }
        if (m_parts.empty())
            throw UsageError{"'" + word + "' is no format to import; formats are " + format_words +
                             ", and each is followed by its files"};
        m_parts.back().files.push_back(word);
    }

    LayerMapping& mapping(const std::string& option) {
        if (m_parts.empty() || m_parts.back().format != ImportFormat::ogr)
            throw UsageError{option + " goes with layers: put it after 'ogr FILE...'"};
        return m_parts.back().mapping;
    }

    std::vector<ImportPart> parts() const {
        for (const ImportPart& part : m_parts) {
            if (part.files.empty())
                throw UsageError{"a format was named without a file; each is followed by its files"};
        }
        return m_parts;
    }

  private:
    std::vector<ImportPart> m_parts;
};

std::vector<ImportPart> parts_of(const CLI::App& app, const Arguments& arguments) {
    PartMaker maker;
    std::map<const CLI::Option*, std::size_t> seen;
    for (const CLI::Option* option : app.parse_order()) {
        const std::string name = option->get_name();
        const std::size_t number = seen[option]++;
        if (name == "words") {
            maker.add_word(arguments.words.at(number));
        } else if (name == "--name") {
            maker.mapping(name).names.push_back(arguments.names.at(number));
        } else {
            for (const LayerOption& layer : layer_options) {
                if (name == layer.name)
                    maker.mapping(name).*layer.member = arguments.layer_values.at(name).at(number);
            }
        }
    }
    return maker.parts();
}

/// `YE,om` are YE and OM.
std::vector<std::string> countries_of(const std::string& list) {
    std::vector<std::string> countries;
    for (const std::string& word : split_list(list, ",")) {
        const std::string code = country_code(word);
        if (code.empty())
            throw UsageError{"--only: '" + word +
                             "' is no country; write two letters (ISO 3166-1), such as YE"};
        countries.push_back(code);
    }
    return countries;
}

void tell(const ImportResult& result, const std::string& output, CommandReporter& reporter) {
    for (const Finding& finding : result.findings) reporter.tell(finding);
    for (const FindingCount& count : result.finding_counts) {
        const auto told = std::count_if(result.findings.begin(), result.findings.end(),
                                        [&](const Finding& finding) { return finding.code == count.code; });
        if (count.count > told) reporter.say(count.code + ": " + std::to_string(count.count) + " in all");
    }
    std::vector<std::vector<std::string>> rows{
        {"", "count"},
        {"places", std::to_string(result.places)},
        {"names", std::to_string(result.names)},
        {"areas", std::to_string(result.areas)},
        {"other points", std::to_string(result.points)},
        {"entries joined with another source's", std::to_string(result.joined)},
        {"rows that could not be used", std::to_string(result.bad_rows)}};
    if (result.elsewhere > 0)
        rows.push_back({"places of other countries, left out", std::to_string(result.elsewhere)});
    std::printf("%s\n%s", output.c_str(), text_table(rows).c_str());
}

/// In the folder of the user's gazetteers, which is made; named after the first file: `iq.gpkg` of `IQ.zip`.
std::string in_data_folder(const std::vector<ImportPart>& parts) {
    const std::filesystem::path folder = user_gazetteer_folder();
    if (folder.empty())
        throw Error{"there is no data folder: neither XDG_DATA_HOME nor HOME is set; use -o OUT.gpkg"};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Error{"cannot make " + folder.string() + ": " + error.message()};
    std::filesystem::path name = std::filesystem::path(parts.front().files.front()).filename();
    while (name.has_extension()) name = name.stem();
    return (folder / (lower_ascii(name.string()) + ".gpkg")).string();
}

Exit import_files(const CLI::App& app, const Arguments& arguments, CommandReporter& reporter) {
    std::vector<ImportPart> parts = parts_of(app, arguments);
    if (arguments.output.empty() != arguments.into_data_folder)
        throw UsageError{"say either -o OUT.gpkg or --default"};
    const std::string output = arguments.into_data_folder ? in_data_folder(parts) : arguments.output;
    for (const ImportPart& part : parts) {
        for (const std::string& file : part.files) {
            if (file == output) throw UsageError{"the output " + file + " is also an input"};
        }
    }
    ImportOptions options;
    for (const ImportPart& part : parts) {
        for (const std::string& file : part.files) reporter.detail("reading " + file);
    }
    reporter.phase("importing");
    StreamCopies copies;
    for (ImportPart& part : parts) {
        for (std::string& file : part.files) file = copies.path_of(file);
    }
    options.progress = [&](const Progress& progress) { reporter.show(progress); };
    options.only_countries = countries_of(arguments.only);
    const ImportResult result = import_gazetteer(parts, output, options);
    reporter.end();
    tell(result, output, reporter);
    return Exit::done;
}

constexpr const char* footer =
    "\nFormats, each followed by its files, plain, .gz or .zip:\n"
    "  geonames        GeoNames' dumps (IQ.zip, allCountries.zip), admin1CodesASCII.txt, admin2Codes.txt,\n"
    "                  countryInfo.txt\n"
    "  geonames-names  GeoNames' alternateNamesV2.zip: languages and years of use\n"
    "  ourairports     OurAirports' airports.csv, regions.csv\n"
    "  csv             your own tables of places, names, other points and sources; areas as GeoJSON\n"
    "  ogr             layers of points or polygons (GeoJSON, GeoPackage, FlatGeobuf, Shapefile, tables "
    "with\n"
    "                  latitude and longitude); options after it say what its columns are, where their "
    "names\n"
    "                  do not\n"
    "Of several sources, entries of one place are joined; places are told in which province they lie.\n"
    "\nExamples:\n"
    "  incidentmap gazetteer import geonames IQ.txt -o iraq.gpkg\n"
    "  incidentmap gazetteer import geonames YE.zip --default\n"
    "  incidentmap gazetteer import geonames YE.zip ourairports airports.csv --only YE --default\n"
    "  incidentmap gazetteer import geonames IQ.zip ourairports airports.csv -o iraq.gpkg\n"
    "  incidentmap gazetteer import geonames YE.zip geonames-names alternateNamesV2.zip \\\n"
    "      ogr yem_adm1.geojson --kind province ogr yem_adm2.geojson --kind district -o yemen.gpkg\n"
    "  incidentmap gazetteer import ogr camps.gpkg --layer sites --name Title=en --name Ism=ar \\\n"
    "      --kind \"military base\" --country IQ --source \"My survey\" -o camps.gpkg";

}  // namespace

std::function<Exit()> declare_gazetteer_import(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("words", arguments->words, "Formats, each followed by its files")
        ->required()
        ->type_name("FORMAT FILE...");
    app.add_option("-o,--output", arguments->output, "The gazetteer to make")->type_name("OUT.gpkg");
    app.add_flag(
        "--default", arguments->into_data_folder,
        "Put it into your data folder, named after the first file: every command uses it from then on");
    app.add_option("--only", arguments->only,
                   "Keep the places of these countries only, of files of the world")
        ->type_name("CC[,CC...]");
    const std::string of_layers = "Options of layers, after ogr FILE...";
    app.add_option("--name", arguments->names,
                   "A column with names; the first has the preferred one; may be repeated")
        ->type_name("COLUMN[=LANG]")
        ->allow_extra_args(false)
        ->group(of_layers);
    for (const LayerOption& option : layer_options) {
        app.add_option(option.name, arguments->layer_values[option.name], option.help)
            ->type_name(option.type)
            ->allow_extra_args(false)
            ->group(of_layers);
    }
    reporter.declare(app);
    app.footer(footer);
    return [&app, arguments, &reporter] { return import_files(app, *arguments, reporter); };
}

}  // namespace incidentmap
