// SPDX-License-Identifier: MIT
// Suggestions: candidates by look-ups in the index only, ranked by how alike they are.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

// They bound the time of one call: some 40 reads of the index for each slip, and the names they bring.
constexpr std::size_t most_names = 3'000;
constexpr std::int64_t most_of_one_phonetic_key = 400;
constexpr std::int64_t most_of_one_form = 20;
constexpr std::int64_t most_that_begin_so = 200;
constexpr std::size_t least_prefix = 3;  // characters
constexpr double least_similarity = 0.7;

/// What comes after all texts that begin with the prefix.
std::string end_of(std::u32string prefix) {
    ++prefix.back();
    return utf8(prefix);
}

struct Candidate {
    std::int64_t name = 0;
    double similarity = 0;
};

/// The best name of each place so far.
class Candidates {
  public:
    explicit Candidates(std::vector<std::string> wanted) : m_wanted(std::move(wanted)) {}

    void add(std::int64_t place, std::int64_t name, std::string_view normal) {
        const double best = similarity_of(normal);
        if (best < least_similarity) return;
        Candidate& known = m_by_place[place];
        if (std::pair(best, -name) > std::pair(known.similarity, -known.name)) known = {name, best};
    }

    /// The best first, more than are asked for where the last ones are equally alike.
    std::vector<Candidate> best(std::size_t most) const {
        std::vector<Candidate> all;
        for (const auto& [place, candidate] : m_by_place) all.push_back(candidate);
        std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
            return std::pair(-a.similarity, a.name) < std::pair(-b.similarity, b.name);
        });
        const std::size_t bound = std::min(all.size(), most + 50);
        std::size_t end = std::min(all.size(), most);
        while (end > 0 && end < bound && all[end].similarity == all[end - 1].similarity) ++end;
        all.resize(end);
        return all;
    }

  private:
    /// Many places share a form, and several ways lead to it: it is compared once.
    double similarity_of(std::string_view normal) {
        const auto [known, is_new] = m_compared.try_emplace(std::string(normal), 0.0);
        if (is_new) {
            for (const std::string& wanted : m_wanted)
                known->second = std::max(known->second, similarity(wanted, normal));
        }
        return known->second;
    }

    std::vector<std::string> m_wanted;
    std::unordered_map<std::string, double> m_compared;
    std::unordered_map<std::int64_t, Candidate> m_by_place;
};

void add_forms(Statement& exactly, const std::string& form, Candidates& found) {
    exactly.bind_text_view(1, form);
    exactly.bind_integer(2, most_of_one_form);
    while (exactly.step()) found.add(exactly.integer(0), exactly.integer(1), form);
    exactly.reset();
}

void add_that_begin(Statement& between, const std::u32string& prefix, Candidates& found) {
    if (prefix.size() < least_prefix) return;
    const std::string begin = utf8(prefix);
    const std::string end = end_of(prefix);
    between.bind_text(1, begin);
    between.bind_text(2, end);
    between.bind_integer(3, most_that_begin_so);
    while (between.step()) found.add(between.integer(1), between.integer(2), between.text(0));
    between.reset();
}

void add_phonetic_key(Statement& names, const std::string& bones, Candidates& found) {
    names.bind_text(1, bones);
    names.bind_integer(2, most_of_one_phonetic_key);
    while (names.step()) found.add(names.integer(1), names.integer(2), names.text(0));
    names.reset();
}

/// Names two slips away from the text; of consonants, which say less, one.
std::vector<std::int64_t> names_near(TypoIndex& typos, TypoOf what, std::string_view text) {
    std::vector<std::int64_t> names =
        what == TypoOf::form ? typos.near_by_two(what, text) : typos.near(what, text);
    if (names.size() > most_names) names.resize(most_names);
    return names;
}

/// The whole name, and what is left without kind words and article where that is something else.
std::vector<std::string> wanted_forms(std::string_view text) {
    const std::vector<NameForm> forms = name_forms(text, true);
    std::vector<std::string> wanted;
    if (!forms.empty()) wanted.push_back(forms.front().normal);
    if (forms.size() > 1) wanted.push_back(forms.back().normal);
    return wanted;
}

}  // namespace

std::vector<NameHit> Gazetteer::similar_names(std::string_view text, std::size_t most) const {
    GazetteerFile& state = *m_file;
    const std::vector<std::string> wanted = wanted_forms(first_bytes(text, longest_compared));
    if (wanted.empty() || most == 0) return {};
    Candidates found(wanted);
    const auto add_numbered = [&](TypoOf what, const std::string& form) {
        for (const std::int64_t name : names_near(state.typos, what, form)) {
            state.name_text.bind_integer(1, name);
            if (state.name_text.step()) {
                const std::string normal = normal_form(state.name_text.text(0));
                found.add(state.name_text.integer(2), name, normal);
            }
            state.name_text.reset();
        }
    };
    for (const std::string& form : wanted) {
        const std::u32string points = code_points(form);
        if (!state.typos.surely_lacks(form)) add_forms(state.form_exactly, form, found);
        add_numbered(TypoOf::form, form);
        add_that_begin(state.forms_between, points, found);
        if (points.size() > least_prefix + 1)
            add_that_begin(state.forms_between, points.substr(0, points.size() - 2), found);
    }
    const std::string bones = phonetic_key(text).text;
    add_phonetic_key(state.phonetic_key_names, bones, found);
    add_numbered(TypoOf::phonetic_key, bones);

    struct Ranked {
        double similarity;
        NameHit hit;
    };
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : found.best(most)) {
        state.by_name.bind_integer(1, candidate.name);
        if (state.by_name.step())
            ranked.push_back({candidate.similarity, state.hit(state.by_name, MatchForm::similar)});
        state.by_name.reset();
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        if (a.similarity != b.similarity) return a.similarity > b.similarity;
        if (a.hit.place.population != b.hit.place.population)
            return a.hit.place.population > b.hit.place.population;
        return a.hit.place.id < b.hit.place.id;
    });
    std::vector<NameHit> hits;
    for (Ranked& one : ranked) {
        if (hits.size() < most) hits.push_back(std::move(one.hit));
    }
    return hits;
}

}  // namespace incidentmap
