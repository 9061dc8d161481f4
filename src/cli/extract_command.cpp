// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/opened_gazetteers.hpp"
#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "prose/draft_table.hpp"
#include "prose/extract.hpp"
#include "prose/html_text.hpp"
#include "prose/text_sources.hpp"
#include "writer/page/review_page.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

struct ExtractOptions {
    std::vector<std::string> texts;
    std::vector<std::string> gazetteers;
    std::vector<std::string> formats{"csv"};
    std::string output;
    std::string published;
    std::string sources;
    std::string confidence = "weak";
};

constexpr std::uintmax_t largest_text = 16 * 1024 * 1024;

std::string read_file(const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (failed) throw Error{"cannot read " + path + ": " + failed.message()};
    if (size > largest_text) throw Error{path + " is larger than 16 MiB; give a text of that size in parts"};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) throw Error{"cannot read " + path};
    return std::move(bytes).str();
}

std::optional<Day> day_of(const std::string& text) {
    const DateReading reading = read_date_text(text);
    if (!reading.date || reading.date->precision != DatePrecision::day) return std::nullopt;
    return reading.date->first;
}

TextToRead text_to_read(const std::string& path, const ExtractOptions& options, const TextSources& sources,
                        CommandReporter& reporter) {
    TextToRead text;
    text.name = fs::path(path).filename().string();
    std::string bytes = read_file(path);
    Sha256 hash;
    hash.add(bytes);
    text.sha256 = hash.hex();
    Utf8 read = as_utf8(bytes);
    if (read.replaced > 0)
        reporter.warn(path + ": " + std::to_string(read.replaced) +
                      " places are not UTF-8 and were read as U+FFFD");
    if (read.text.starts_with("\xEF\xBB\xBF")) read.text.erase(0, 3);
    text.text = is_html(text.name, read.text) ? html_text(read.text) : std::move(read.text);
    if (!options.published.empty()) text.published = day_of(options.published);
    if (const Source* source = sources.of(text.name)) {
        text.source_id = source->source_id;
        text.publisher = source->publisher;
        text.title = source->title;
        text.url = source->url;
        if (!text.published) text.published = day_of(source->published);
        if (!source->published.empty() && !text.published)
            reporter.warn(options.sources + ": '" + source->published + "' of " + source->source_id +
                          " is no day; weekdays of " + text.name + " cannot be dated");
    } else if (!options.sources.empty()) {
        reporter.warn(options.sources + " has no row whose text_file is " + text.name);
    }
    return text;
}

void check_usage(ExtractOptions& options) {
    if (!options.published.empty() && !options.sources.empty())
        throw UsageError{"--published is for texts of one day, --sources for each its own; give one of them"};
    if (!options.published.empty() && !day_of(options.published))
        throw UsageError{"--published " + options.published + " is no day; write it as 2021-03-04"};
    if (options.output.empty()) {
        options.output = fs::path(options.texts.front()).stem().string() + ".drafts.csv";
    }
    if (lower_ascii(fs::path(options.output).extension().string()) != ".csv")
        throw UsageError{"-o " + options.output +
                         ": the table is written as CSV; let its name end in .drafts.csv"};
    for (const std::string& text : options.texts) {
        std::error_code ignored;
        if (fs::equivalent(options.output, text, ignored))
            throw UsageError{"the output " + options.output + " is also a text: give another name"};
    }
}

/// `ford.drafts.csv` is `ford` and `.jsonl`.
fs::path beside(const fs::path& output, const std::string& ending) {
    std::string stem = output.stem().string();
    if (lower_ascii(stem).ends_with(".drafts")) stem.resize(stem.size() - 7);
    return output.parent_path() / (stem + ending);
}

void write_file(const fs::path& path, const std::string& text) {
    Draft draft(path);
    draft.write(text);
    draft.publish();
}

bool has(const std::vector<std::string>& formats, std::string_view name) {
    return std::find(formats.begin(), formats.end(), name) != formats.end();
}

Exit extract_texts(ExtractOptions& options, CommandReporter& reporter) {
    check_usage(options);
    const Confidence least = *confidence_named(options.confidence);
    const TextSources sources = options.sources.empty() ? TextSources{} : TextSources::read(options.sources);
    std::vector<DraftReport> settled = settled_drafts(options.output);
    Resolver resolver(open_gazetteers(options.gazetteers, reporter));
    reporter.phase("reading texts");
    std::vector<DraftReport> drafts;
    std::vector<Aggregate> aggregates;
    std::vector<ReviewedText> reviewed;
    std::size_t weaker = 0;
    for (const std::string& path : options.texts) {
        const TextToRead text = text_to_read(path, options, sources, reporter);
        Extracted extracted = extract(text, resolver);
        if (!extracted.published)
            reporter.warn(
                path +
                ": the day of publication is not known, so weekdays have no date; give it with --published");
        for (DraftReport& draft : extracted.drafts) {
            if (draft.confidence < least) {
                ++weaker;
            } else {
                drafts.push_back(std::move(draft));
            }
        }
        if (has(options.formats, "html")) reviewed.push_back({text.name, text.text});
        for (Aggregate& one : extracted.aggregates) aggregates.push_back(std::move(one));
        resolver.forget_if_large();
    }
    const std::size_t kept = settled.size();
    drafts = with_settled(std::move(drafts), std::move(settled));
    if (has(options.formats, "jsonl"))
        write_file(beside(options.output, ".drafts.jsonl"), drafts_jsonl(drafts));
    if (has(options.formats, "html")) {
        const fs::path name = beside(options.output, ".review.html");
        Draft page(name);
        write_review_page(page.path(), reviewed, drafts, {resolver.gazetteers(), nullptr},
                          fs::path(options.output).filename().string());
        page.publish();
    }
    if (!aggregates.empty())
        write_file(beside(options.output, ".aggregates.csv"), aggregates_csv(aggregates));
    write_file(options.output, drafts_csv(drafts));
    reporter.end();
    std::string told =
        std::to_string(drafts.size()) + (drafts.size() == 1 ? " draft" : " drafts") + " in " + options.output;
    if (kept > 0) told += ", " + std::to_string(kept) + " of them settled by a person and kept as they were";
    if (weaker > 0) told += "; " + std::to_string(weaker) + " weaker ones left out";
    if (!aggregates.empty())
        told += "; " + std::to_string(aggregates.size()) + " sums over time in " +
                beside(options.output, ".aggregates.csv").string();
    reporter.say(told + ". None is on a map until somebody confirms it.");
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_extract(CLI::App& app, CommandReporter& reporter) {
    auto options = std::make_shared<ExtractOptions>();
    app.add_option("text", options->texts, "News texts, plain (.txt) or HTML")->type_name("TEXT")->required();
    app.add_option("-o,--output", options->output,
                   "The table of drafts (.csv); what a person changed in it is kept. Default: "
                   "NAME.drafts.csv, after the first text")
        ->type_name("NAME.drafts.csv");
    app.add_option("--published", options->published, "The day on which the texts were published: 2021-03-04")
        ->type_name("DATE");
    app.add_option("--sources", options->sources,
                   "A table of sources with a column text_file: the day, publisher and address of each text")
        ->type_name("FILE");
    app.add_option("--min-confidence", options->confidence,
                   "stated: day and place are both stated of it; inferred: also those handed on; weak: all")
        ->check(CLI::IsMember({"stated", "inferred", "weak"}))
        ->type_name("LEVEL");
    app.add_option("-f,--format", options->formats, "csv, jsonl, html: the review page")
        ->delimiter(',')
        ->check(CLI::IsMember({"csv", "jsonl", "html"}))
        ->type_name("FORMAT");
    app.add_option("-g,--gazetteer", options->gazetteers, gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    reporter.declare(app);
    app.footer(
        "\nExamples:\n  incidentmap extract report.txt --published 2021-03-04 -o report.drafts.csv\n"
        "  incidentmap extract texts/*.txt --sources sources.csv -o all.drafts.csv -f csv,jsonl");
    return [options, &reporter] { return extract_texts(*options, reporter); };
}

}  // namespace incidentmap
