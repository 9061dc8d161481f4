// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/qualifiers.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "gazetteer/spelling/spelling_reasons.hpp"
#include "harness.hpp"

using namespace incidentmap;

namespace {

void require_forms(std::string_view name) {
    const std::string normal = normal_form(name);
    require(is_utf8(normal) && normal.size() <= longest_normal_form);
    require(normal_form(normal) == normal);
    if (!normal.empty()) require(!phonetic_key(name).text.empty() && !compared_form(name).empty());
    for (const bool with_articles : {false, true}) {
        for (const NameForm& form : name_forms(name, with_articles)) require(!form.normal.empty());
    }
    const std::string key = phonetic_key(name).text;
    if (key.size() < 64) deletions(key);
    other_phonetic_keys(name);
    name_parts(name);
    script_of(name);
    const std::string utf8 = as_utf8(name).text;
    require(is_utf8(composed(utf8)) && is_utf8(without_admin_words(utf8)));
    set_qualifiers_aside(words_of(name));
}

}  // namespace

/// A normal form is its own normal form, a name with a letter has every form, and likeness is the same both
/// ways.
void fuzz_spelling(std::string_view bytes) {
    const std::size_t line_end = bytes.find('\n');
    const std::string_view a = bytes.substr(0, line_end);
    const std::string_view b =
        line_end == std::string_view::npos ? std::string_view{} : bytes.substr(line_end + 1);
    require_forms(a);
    require_forms(b);
    const std::string normal_a = normal_form(a);
    const std::string normal_b = normal_form(b);
    const double alike = similarity(normal_a, normal_b);
    require(alike >= 0 && alike <= 1 && alike == similarity(normal_b, normal_a));
    if (!normal_a.empty() && normal_a.size() <= longest_compared) {
        require(similarity(normal_a, normal_a) == 1);
    }
    require(edit_distance(normal_a, normal_b, 2) == edit_distance(normal_b, normal_a, 2));
    for (const std::string& reason : spelling_reasons(as_utf8(a).text, as_utf8(b).text)) {
        require(is_utf8(reason));
    }
}
