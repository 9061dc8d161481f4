// SPDX-License-Identifier: MIT
#include "prose/trigger.hpp"

#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct TriggerRow {
    TriggerSort sort;
    bool is_verb;
    WeaponKind kind;
    std::string_view words;
};

constexpr TriggerRow trigger_rows[] = {
#include "prose/tables/triggers.inc"
};

struct WeaponRow {
    WeaponKind kind;
    std::string_view words;
};

constexpr WeaponRow weapon_rows[] = {
#include "prose/tables/weapons.inc"
};

const WordTable& triggers() {
    static const WordTable table(trigger_rows);
    return table;
}

const WordTable& weapons() {
    static const WordTable table(weapon_rows);
    return table;
}

}  // namespace

std::optional<Trigger> trigger_at(std::span<const Token> tokens, std::size_t at) {
    const auto hit = triggers().find(tokens, at);
    if (!hit) return std::nullopt;
    const TriggerRow& row = trigger_rows[hit->row];
    return Trigger{{at, at + hit->size}, row.sort, row.is_verb, row.kind};
}

std::optional<Weapon> weapon_at(std::span<const Token> tokens, std::size_t at) {
    const auto hit = weapons().find(tokens, at);
    if (!hit) return std::nullopt;
    return Weapon{{at, at + hit->size}, weapon_rows[hit->row].kind};
}

WeaponEvent event_of(WeaponKind kind, TriggerSort sort) {
    constexpr std::string_view explosions = "Explosions/Remote violence";
    if (sort == TriggerSort::foils) return {"Strategic developments", "Disrupted weapons use"};
    switch (kind) {
        case WeaponKind::rocket:
        case WeaponKind::missile:
        case WeaponKind::artillery:
        case WeaponKind::mortar:
            return {explosions, "Shelling/artillery/missile attack"};
        case WeaponKind::drone:
        case WeaponKind::aircraft:
            return {explosions, "Air/drone strike"};
        case WeaponKind::bomb:
        case WeaponKind::boat:
            return {explosions, "Remote explosive/landmine/IED"};
        case WeaponKind::grenade:
            return {explosions, "Grenade"};
        case WeaponKind::gun:
            return {"Violence against civilians", "Attack"};
        case WeaponKind::none:
            break;
    }
    if (sort == TriggerSort::clashes) return {"Battles", "Armed clash"};
    return {explosions, ""};
}

bool are_alike(WeaponKind a, WeaponKind b) {
    if (a == b || a == WeaponKind::none || b == WeaponKind::none) return true;
    const auto family = [](WeaponKind kind) {
        switch (kind) {
            case WeaponKind::rocket:
            case WeaponKind::missile:
            case WeaponKind::artillery:
            case WeaponKind::mortar:
                return 1;
            case WeaponKind::drone:
            case WeaponKind::aircraft:
                return 2;
            case WeaponKind::bomb:
            case WeaponKind::boat:
            case WeaponKind::grenade:
                return 3;
            default:
                return 4;
        }
    };
    return family(a) == family(b);
}

}  // namespace incidentmap
