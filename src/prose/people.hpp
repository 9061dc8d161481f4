// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "prose/token.hpp"

namespace incidentmap {

enum class PeopleSort { title, victims, speech, organisation, group };

/// Whether words of that sort begin at the token; how many tokens they are.
std::optional<std::size_t> people_word(std::span<const Token> tokens, std::size_t at, PeopleSort sort);

/// The country that a word of a people or a country's short form stands for: `Iraqi`, `American`, `US`; empty
/// where it is none.
std::string country_of_word(const Token& token);

/// Whether capitals are a person's name: a title stands in or before them.
bool is_person(std::span<const Token> tokens, Span run);

/// Whether capitals are, or begin or end with, the name of an organisation.
bool is_organisation(std::span<const Token> tokens, Span run);

/// A part of a sentence that says who speaks, and when: no place and no day of an incident stands in it.
struct Speech {
    Span at;   ///< in tokens
    Span who;  ///< the speaker's words
    std::size_t verb = 0;
    bool leads = false;  ///< `the army said that …`: stands before what is said
};

std::vector<Speech> speech_in(std::span<const Token> tokens);

}  // namespace incidentmap
