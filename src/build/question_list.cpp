// SPDX-License-Identifier: MIT
#include "build/question_list.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_spans = 8;
constexpr std::size_t most_asked = 2'000;

Hash128 key_of(const std::string& column, const std::string& words) {
    return hash128(column + '\x1F' + words);
}

/// `3–9, 12`
std::string in_spans(const std::vector<std::int64_t>& rows) {
    std::vector<std::string> spans;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t last = i;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
        if (spans.size() == most_spans) return joined(spans, ", ") + " and further down";
        spans.push_back(std::to_string(rows[i]) + (last > i ? "–" + std::to_string(rows[last]) : ""));
        i = last + 1;
    }
    return joined(spans, ", ");
}

}  // namespace

std::optional<fs::path> decisions_path(const std::vector<std::string>& inputs, const std::string& asked) {
    if (!asked.empty()) {
        if (lower_ascii(fs::path(asked).extension().string()) != ".csv") {
            throw UsageError{"--decisions " + asked +
                             ": decisions stand in a CSV file; let its name end in .csv"};
        }
        return asked;
    }
    const auto file =
        std::find_if(inputs.begin(), inputs.end(), [](const std::string& input) { return input != "-"; });
    if (file == inputs.end()) return std::nullopt;
    return fs::path(*file).parent_path() / (fs::path(*file).stem().string() + ".decisions.csv");
}

void QuestionList::add(const std::vector<Question>& questions) {
    for (const Question& question : questions) {
        const Hash128 key = key_of(to_string(question.column), in_one_line(question.location->query));
        if (m_known.insert(key).second && m_rows.size() < most_asked) m_rows.push_back(row_of(question));
    }
}

OpenQuestions QuestionList::write_to(DecisionTable* table, bool may_add) const {
    OpenQuestions open;
    open.count = static_cast<std::int64_t>(m_known.size());
    if (table == nullptr || m_rows.empty()) return open;
    open.file = table->path().string();
    if (may_add) {
        try {
            table->append(m_rows);
        } catch (const Error& error) {
            open.problem = error.what();
        }
    }
    for (const DecisionRow& row : table->rows()) {
        if (row.report_id.empty() && m_known.count(key_of(lower_ascii(row.column), row.words)) > 0)
            open.rows.push_back(row.row);
    }
    open.rows_are_lines = !table->has_broken_lines();
    return open;
}

std::string to_text(const OpenQuestions& questions) {
    if (questions.count == 0) return {};
    return in_words(questions,
                    questions.count == 1 ? "1 place waits for your review"
                                         : std::to_string(questions.count) + " places wait for your review",
                    "--decisions FILE.csv keeps them for you to decide");
}

std::string in_words(const OpenQuestions& questions, const std::string& text,
                     const std::string& how_to_keep) {
    if (!questions.problem.empty())
        return text + ", and could not be added to the decisions: " + questions.problem;
    if (questions.file.empty()) return text + "; " + how_to_keep;
    if (questions.rows.empty()) return text + " (not in " + questions.file + ")";
    const std::string what = questions.rows_are_lines ? "line" : "row";
    const std::int64_t more = questions.count - static_cast<std::int64_t>(questions.rows.size());
    return text + ": " + questions.file + ", " + what + (questions.rows.size() == 1 ? " " : "s ") +
           in_spans(questions.rows) +
           (more > 0 ? "; " + std::to_string(more) + " more are not in it yet" : "");
}

}  // namespace incidentmap
