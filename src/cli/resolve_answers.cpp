// SPDX-License-Identifier: MIT
#include "cli/resolve_answers.hpp"

#include <cstdio>
#include <optional>
#include <utility>

#include "cli/line_input.hpp"
#include "cli/location_text.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "locate/resolver.hpp"
#include "table/json_line.hpp"

namespace incidentmap {
namespace {

/// The answer to a line that is no question.
Location not_looked_up(const std::string& line, const std::string& reason, const std::string& remedy) {
    Location location;
    location.query = shortened(as_utf8(line).text, 200);
    location.reasons.push_back(reason);
    location.remedy = remedy;
    return location;
}

Location answer_json(Resolver& resolver, const Query& stated, const std::string& line) {
    constexpr auto remedy =
        R"(Give an object a line, such as {"place":"Sheikh Amir","country":"IQ","admin1":"Nineveh"}.)";
    const auto members = members_of_json(as_utf8(line).text);
    if (!members) return not_looked_up(line, "The line is no JSON object and was not looked up.", remedy);
    Query query = stated;
    std::string near;
    for (const auto& [name, value] : *members) {
        const std::string text = as_utf8(value).text;
        if (name == "place") {
            query.words = text;
        } else if (name == "country") {
            if (!text.empty()) query.country = text;
        } else if (name == "admin1") {
            query.admin1 = text;
        } else if (name == "admin2") {
            query.admin2 = text;
        } else if (name == "near") {
            near = text;
        } else {
            return not_looked_up(line,
                                 "\"" + shortened(as_utf8(name).text, 60) +
                                     "\" is none of place, country, admin1, admin2, near; the line was not "
                                     "looked up.",
                                 remedy);
        }
    }
    if (near.empty()) return resolver.resolve(query);
    const Location& there = resolver.resolve({near, query.country, query.admin1, {}, std::nullopt});
    if (!there.has_place())
        return not_looked_up(query.words, "Near \"" + near + "\": " + reasons_text(there),
                             "Give a place that is found as near, or leave it out.");
    query.near = there.likely;
    return resolver.resolve(query);
}

}  // namespace

void AnswerList::add(const Location& location) {
    std::string text;
    if (m_options.format == "text") {
        text = (m_count > 0 ? "\n" : "") + to_text(location, m_options.verbose, m_colours);
    } else if (m_options.format == "jsonl") {
        text = to_json(location, m_options.areas) + "\n";
    } else {
        text = (m_count > 0 ? ",\n" : "[\n") + to_json(location, m_options.areas);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    ++m_count;
}

void AnswerList::end() {
    if (m_options.format == "json") std::fputs(m_count > 0 ? "\n]\n" : "[]\n", stdout);
}

void answer_lines(Resolver& resolver, const Query& stated, AnswerList& answers) {
    const AnswerOptions& options = answers.options();
    LineInput input;
    while (const auto line = input.next()) {
        if (line->size() > LineInput::longest_line) {
            answers.add(not_looked_up(*line, "The line is longer than 64 KiB and was not looked up.",
                                      "Give one locality a line."));
        } else if (options.input == "jsonl") {
            answers.add(answer_json(resolver, stated, *line));
        } else {
            Query query = stated;
            query.words = as_utf8(*line).text;
            answers.add(resolver.resolve(query));
        }
        resolver.forget_if_large();
        if (options.batch && input.has_line()) continue;
        if (std::fflush(stdout) != 0) throw Error{"cannot write to standard output"};
    }
}

}  // namespace incidentmap
