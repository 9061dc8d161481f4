// SPDX-License-Identifier: MIT
/// Drafts from texts written by tests.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "check_tools.hpp"
#include "prose/extract.hpp"

namespace prose_tools {

using namespace incidentmap;

/// One resolver for all tests: the gazetteer of Iraq and Syria, and the world's where it was made.
inline Resolver& resolver() {
    static Resolver all = [] {
        std::vector<Gazetteer> gazetteers;
        gazetteers.push_back(Gazetteer::open(check_tools::curated()));
        if (!check_tools::world().empty()) gazetteers.push_back(Gazetteer::open(check_tools::world()));
        return Resolver(std::move(gazetteers));
    }();
    return all;
}

inline Extracted read(const std::string& words, const std::string& published = "2021-03-04") {
    TextToRead text;
    text.name = "text.txt";
    text.text = words;
    const DateReading day = read_date_text(published);
    if (day.date) text.published = day.date->first;
    return extract(text, resolver());
}

/// What a cell of a draft rests on; null where nothing is told.
inline const CellBasis* basis_of(const DraftReport& draft, ReportColumn column) {
    const auto found = std::find_if(draft.bases.begin(), draft.bases.end(),
                                    [&](const CellBasis& one) { return one.column == column; });
    return found == draft.bases.end() ? nullptr : &*found;
}

/// The code points of a text from one to another.
inline std::string slice(const Extracted& extracted, Span at) {
    const CodePointCount points(extracted.prose.text);
    std::string out;
    for (std::size_t byte = 0; byte < extracted.prose.text.size(); ++byte) {
        const std::size_t point = points.at(byte + 1) - 1;
        if (point >= at.begin && point < at.end) out += extracted.prose.text[byte];
    }
    return out;
}

struct MadeUpText {
    std::string name;
    Extracted extracted;
};

/// The texts of tests/prose and of data/extract, each with its day of publication.
inline const std::vector<MadeUpText>& made_up_texts() {
    static const std::vector<MadeUpText> all = [] {
        std::vector<MadeUpText> made;
        const std::string root = INCIDENTMAP_SOURCE_DIR;
        for (const auto& entry : std::filesystem::directory_iterator(root + "/data/extract")) {
            if (entry.path().extension() != ".txt") continue;
            std::ifstream file(entry.path());
            std::ostringstream words;
            words << file.rdbuf();
            made.push_back({entry.path().filename().string(), read(words.str())});
        }
        for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/prose")) {
            if (entry.path().extension() != ".txt") continue;
            std::ifstream file(entry.path());
            std::string line;
            std::string published;
            while (std::getline(file, line) && !line.starts_with("# ---")) {
                if (line.starts_with("# publication_date: ")) published = line.substr(20, 10);
            }
            std::ostringstream words;
            words << file.rdbuf();
            made.push_back({entry.path().filename().string(), read(words.str(), published)});
        }
        return made;
    }();
    return all;
}

}  // namespace prose_tools
