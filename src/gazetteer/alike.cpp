// SPDX-License-Identifier: MIT
// Suggestions: candidates by look-ups in the index only, ranked by how alike they are.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/gazetteer_state.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "gazetteer/spelling/skeleton.hpp"

namespace incidentmap {
namespace {

// They bound the time of one call: some 1,500 look-ups of 2 µs and 1,200 comparisons.
constexpr std::size_t most_look_ups = 1'500;
constexpr std::int64_t most_of_one_skeleton = 400;
constexpr std::int64_t most_of_one_form = 20;
constexpr std::int64_t most_that_begin_so = 200;
constexpr std::size_t least_prefix = 3;  // characters
constexpr double least_similarity = 0.5;

/// The letters that a slip of the pen may put into a name of that script; none where a script has too many to
/// try.
std::u32string_view letters_of(std::string_view script) {
    if (script == "Latn") return U"abcdefghijklmnopqrstuvwxyz ";
    if (script == "Arab") return U"ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ ";
    if (script == "Cyrl") return U"абвгдежзийклмнопрстуфхцчшщъыьэюя ";
    return {};
}

/// All texts one slip away (a letter left out, swapped with the next, put for another, put in), at most so
/// many: first those that need no letter guessed.
std::vector<std::u32string> slips(const std::u32string& text, std::u32string_view letters, std::size_t most) {
    std::vector<std::u32string> result;
    for (std::size_t i = 0; i < text.size(); ++i) result.push_back(text.substr(0, i) + text.substr(i + 1));
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        result.push_back(text);
        std::swap(result.back()[i], result.back()[i + 1]);
    }
    for (std::size_t i = 0; i <= text.size(); ++i) {
        for (const char32_t letter : letters) {
            if (result.size() + 2 > most) return result;
            result.push_back(text.substr(0, i) + letter + text.substr(i));
            if (i == text.size() || text[i] == letter) continue;
            result.push_back(text);
            result.back()[i] = letter;
        }
    }
    if (result.size() > most) result.resize(most);
    return result;
}

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
        double best = 0;
        for (const std::string& wanted : m_wanted) best = std::max(best, similarity(wanted, normal));
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
    std::vector<std::string> m_wanted;
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

void add_skeleton(Statement& names, const std::string& bones, Candidates& found) {
    names.bind_text(1, bones);
    names.bind_integer(2, most_of_one_skeleton);
    while (names.step()) found.add(names.integer(1), names.integer(2), names.text(0));
    names.reset();
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

std::vector<NameHit> Gazetteer::alike(std::string_view text, std::size_t most) const {
    State& state = *m_state;
    const std::vector<std::string> wanted = wanted_forms(first_bytes(text, longest_compared));
    if (wanted.empty() || most == 0) return {};
    Candidates found(wanted);
    const std::u32string_view letters = letters_of(script_of(wanted.front()));
    for (const std::string& form : wanted) {
        const std::u32string points = code_points(form);
        add_forms(state.form_exactly, form, found);
        for (const std::u32string& slip : slips(points, letters, most_look_ups / wanted.size())) {
            add_forms(state.form_exactly, utf8(slip), found);
        }
        add_that_begin(state.forms_between, points, found);
        if (points.size() > least_prefix + 1)
            add_that_begin(state.forms_between, points.substr(0, points.size() - 2), found);
    }
    if (!letters.empty()) add_skeleton(state.skeleton_names, skeleton(text).text, found);

    struct Ranked {
        double similarity;
        NameHit hit;
    };
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : found.best(most)) {
        state.by_name.bind_integer(1, candidate.name);
        if (state.by_name.step())
            ranked.push_back({candidate.similarity, state.hit(state.by_name, MatchForm::alike)});
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
