// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "prose/token.hpp"

namespace incidentmap {

/// How words of attack relate to the places about them.
enum class TriggerSort {
    strikes,      ///< `hit`, `shelled`, `attack`: what they are done to is the target
    lands,        ///< `fell`, `landed`: where they do so is the target
    launches,     ///< `fired`, `launched`: `from` a launch place, `at` what is aimed at
    goes_off,     ///< `exploded`
    foils,        ///< `shot down`, `intercepted`
    comes_under,  ///< `came under fire`: who does so is the target
    clashes,      ///< `ambushed`, `stormed`, `clash`
};

/// The sorts of weapons by which kinds of incidents are told apart.
enum class WeaponKind { none, rocket, missile, drone, aircraft, artillery, mortar, bomb, boat, grenade, gun };

/// Words of attack at a place of a sentence.
struct Trigger {
    Span at;
    TriggerSort sort = TriggerSort::strikes;
    bool is_verb = true;
    WeaponKind kind = WeaponKind::none;
};

/// The words of attack that begin at a token; nothing where none do.
std::optional<Trigger> trigger_at(std::span<const Token> tokens, std::size_t at);

/// Words for a weapon.
struct Weapon {
    Span at;
    WeaponKind kind = WeaponKind::none;
};

std::optional<Weapon> weapon_at(std::span<const Token> tokens, std::size_t at);

/// What was done with a weapon, in ACLED's words.
struct WeaponEvent {
    std::string_view event_type;
    std::string_view sub_event_type;
};
WeaponEvent event_of(WeaponKind kind, TriggerSort sort);

/// True where the two may tell of one incident: of one kind, or of kinds that writers mix.
bool are_alike(WeaponKind a, WeaponKind b);

}  // namespace incidentmap
