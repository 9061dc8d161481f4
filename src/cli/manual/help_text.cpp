// SPDX-License-Identifier: MIT
#include "cli/manual/help_text.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/manual/described_command.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t width = 110;
constexpr std::size_t left_width = 30;

/// How many characters a text shows, where each is as wide as a letter.
std::size_t columns_of(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

std::string named(const DescribedOption& option) {
    std::string text = "  " + joined(option.names, ", ");
    if (option.is_operand) return text;
    if (!option.value.empty()) text += " " + option.value;
    return text;
}

class HelpText : public CLI::Formatter {
  public:
    std::string make_option(const CLI::Option* option, bool /*is_positional*/) const override {
        const DescribedOption told = described(*option);
        std::string out = named(told);
        std::size_t at = columns_of(out);
        if (at + 1 > left_width) {
            out += '\n';
            at = 0;
        }
        out.append(left_width - at, ' ');
        at = left_width;
        std::string words = told.description;
        if (!told.choices.empty() && !told.is_operand && !names_choices(told))
            words += " (" + joined(told.choices, ", ") + ")";
        bool first = true;
        for (const std::string& word : split_list(words, " ")) {
            if (!first && at + 1 + columns_of(word) > width) {
                out += '\n' + std::string(left_width, ' ');
                at = left_width;
            } else if (!first) {
                out += ' ';
                ++at;
            }
            out += word;
            at += columns_of(word);
            first = false;
        }
        return out + '\n';
    }

    /// One blank line between groups, not two.
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
        for (std::size_t at = text.find("\n\n\n"); at != std::string::npos; at = text.find("\n\n\n", at))
            text.erase(at, 1);
        return text;
    }

  private:
    static bool names_choices(const DescribedOption& option) {
        for (const std::string& choice : option.choices) {
            if (option.description.find(choice) == std::string::npos) return false;
        }
        return true;
    }
};

}  // namespace

void use_help_text(CLI::App& app) {
    app.formatter(std::make_shared<HelpText>());
    app.get_formatter()->column_width(left_width);
}

}  // namespace incidentmap
