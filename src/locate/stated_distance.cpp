// SPDX-License-Identifier: MIT
#include "locate/stated_distance.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "locate/phrase_words.hpp"

namespace incidentmap {
namespace {

constexpr double usual_share = 0.05;
constexpr double vague_share = 0.20;

constexpr std::array<std::string_view, 20> vague_words{
    "about",     "approximately", "approx",    "approx.",     "around", "circa", "ca.",          "ca",
    "c.",        "roughly",       "some",      "nearly",      "almost", "just",  "more or less", "over",
    "more than", "at least",      "less than", "within about"};

constexpr std::array<std::string_view, 28> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty",   "forty",   "fifty",   "sixty",     "seventy",  "eighty",   "ninety"};

/// A number, and half a unit of its last digit that counts.
struct Number {
    double value = 0;
    double half_digit = 0.5;
};

Number whole(double value) { return {value, std::fmod(value, 10) == 0 && value > 0 ? 5.0 : 0.5}; }

std::optional<Number> in_digits(std::string_view text) {
    std::string digits(text);
    // `1,200` has its thousands set off; `2,5` is a decimal comma.
    const auto comma = digits.find(',');
    if (comma != std::string::npos) {
        if (digits.size() - comma == 4 && comma > 0) {
            digits.erase(comma, 1);
        } else {
            digits[comma] = '.';
        }
    }
    Number number;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number.value, std::chars_format::fixed);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-')
        return std::nullopt;
    const auto point = digits.find('.');
    if (point == std::string::npos) return whole(number.value);
    number.half_digit = 0.5 * std::pow(10, -static_cast<double>(digits.size() - point - 1));
    return number;
}

std::optional<double> small_number(std::string_view word) {
    const auto found = std::find(number_words.begin(), number_words.end(), word);
    if (found == number_words.end()) return std::nullopt;
    const auto index = found - number_words.begin();
    return static_cast<double>(index <= 20 ? index : (index - 18) * 10);
}

/// `ten`, `twenty-five`, `two hundred`, `a hundred and fifty`, `half a`, `a`, `two and a half`, `a dozen`, `a
/// couple of`.
std::optional<Number> in_words(std::string_view text) {
    if (text == "half a" || text == "half" || text == "a half") return Number{0.5, 0.25};
    if (text == "a quarter of a" || text == "a quarter") return Number{0.25, 0.125};
    if (text == "a" || text == "an" || text == "one") return Number{1, 0.5};
    if (text == "a couple of" || text == "a couple") return Number{2, 1};
    if (text == "a few" || text == "few" || text == "several") return Number{6, 4};  // two to ten
    if (text == "a dozen" || text == "dozen") return Number{12, 2};
    if (text == "a hundred" || text == "one hundred") return Number{100, 5};
    constexpr std::string_view half = " and a half";
    if (text.ends_with(half)) {
        const auto number = in_words(text.substr(0, text.size() - half.size()));
        return number ? std::optional{Number{number->value + 0.5, 0.25}} : std::nullopt;
    }
    double sum = 0;
    double last = 0;
    for (const std::string& part : split_list(text, " ")) {
        for (const std::string& word : split_list(part, "-")) {
            if (word == "and") continue;
            if (word == "hundred" && last > 0) {
                sum += last * 99;
                last = 0;
                continue;
            }
            const auto number = word == "a" ? std::optional{1.0} : small_number(word);
            if (!number) return std::nullopt;
            sum += *number;
            last = *number;
        }
    }
    if (sum == 0) return std::nullopt;
    return whole(sum);
}

std::optional<Number> read_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (text.front() >= '0' && text.front() <= '9') return in_digits(text);
    return in_words(text);
}

/// The text without a unit at its end, and that unit.
const DistanceUnit* take_unit(std::string_view& text) {
    if (text.ends_with('.')) text.remove_suffix(1);  // `53 mi.`
    const DistanceUnit* longest = nullptr;
    for (const DistanceUnit& unit : distance_units()) {
        if (text.size() <= unit.word.size() || !text.ends_with(unit.word)) continue;
        const char before = text[text.size() - unit.word.size() - 1];
        const bool apart = before == ' ' || before == '-' || (before >= '0' && before <= '9');
        if (apart && (longest == nullptr || unit.word.size() > longest->word.size())) longest = &unit;
    }
    if (longest == nullptr) return nullptr;
    text = trimmed(text.substr(0, text.size() - longest->word.size()));
    if (text.ends_with('-')) text.remove_suffix(1);
    return longest;
}

bool take_vague_word(std::string_view& text) {
    for (std::string_view word : vague_words) {
        if (text.size() > word.size() && text.starts_with(word) && text[word.size()] == ' ') {
            text = trimmed(text.substr(word.size()));
            return true;
        }
    }
    return false;
}

/// `10 to 12`, `10-12`, `between 10 and 12`: the two numbers.
std::optional<std::pair<Number, Number>> read_span(std::string_view text) {
    constexpr std::string_view between = "between ";
    const bool is_between = text.starts_with(between);
    if (is_between) text.remove_prefix(between.size());
    for (std::string_view sign : {" and ", " to ", " – ", "–", " - ", "-", " or "}) {
        if (is_between != (sign == " and ")) continue;
        const auto at = text.find(sign);
        if (at == std::string_view::npos) continue;
        const auto low = read_number(trimmed(text.substr(0, at)));
        const auto high = read_number(trimmed(text.substr(at + sign.size())));
        if (low && high && high->value > low->value) return std::pair{*low, *high};
    }
    return std::nullopt;
}

std::optional<StatedDistance> read_one(std::string_view text) {
    text = trimmed(text);
    bool is_vague = false;
    while (take_vague_word(text)) is_vague = true;
    // `a mile and a half` is one and a half miles.
    constexpr std::string_view half = " and a half";
    const bool half_behind = text.ends_with(half);
    if (half_behind) text = trimmed(text.substr(0, text.size() - half.size()));
    const DistanceUnit* unit = take_unit(text);
    if (unit == nullptr || text.empty()) return std::nullopt;
    double least = 0;
    double middle = 0;
    double half_span = 0;
    if (const auto number = read_number(text)) {
        middle = number->value + (half_behind ? 0.5 : 0);
        least = half_behind ? 0.25 : number->half_digit;
    } else if (const auto span = read_span(text)) {
        middle = (span->first.value + span->second.value) / 2;
        half_span = (span->second.value - span->first.value) / 2;
        least = std::min(span->first.half_digit, span->second.half_digit);
    } else {
        return std::nullopt;
    }
    const double share = is_vague ? vague_share : usual_share;
    StatedDistance read;
    read.distance_m = middle * unit->metres;
    read.half_width_m =
        std::min(read.distance_m, (half_span + std::max(least, middle * share)) * unit->metres);
    if (!std::isfinite(read.distance_m) || read.distance_m > 20'000'000) return std::nullopt;
    return read;
}

std::string in_km(const StatedDistance& distance) { return to_text(distance.distance_m / 1000, 1) + " km"; }

}  // namespace

std::optional<StatedDistance> read_stated_distance(std::string_view stated) {
    const std::string low = lower_ascii(trimmed(stated));
    std::string_view text = low;
    if (!text.ends_with(')')) return read_one(text);
    const auto open = text.find('(');
    if (open == std::string_view::npos) return std::nullopt;
    auto first = read_one(text.substr(0, open));
    const auto second = read_one(text.substr(open + 1, text.size() - open - 2));
    if (!first || !second) return std::nullopt;
    // The second unit is a conversion: it may be rounded as far as its digits go.
    if (std::abs(first->distance_m - second->distance_m) > first->half_width_m + second->half_width_m) {
        first->disagreement =
            "the two distances given differ: " + std::string(trimmed(stated.substr(0, open))) + " is " +
            in_km(*first) + ", the one in brackets is " + in_km(*second);
    }
    return first;
}

}  // namespace incidentmap
