// SPDX-License-Identifier: MIT
#include "stored/kept_answers.hpp"

#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "locate/answer_record.hpp"
#include "locate/query.hpp"

namespace incidentmap {

KeptAnswers::KeptAnswers(const std::vector<std::string>& geopackages) {
    for (const std::string& geopackage : geopackages) open(geopackage);
}

void KeptAnswers::open(const std::filesystem::path& geopackage) {
    std::error_code ignored;
    if (!std::filesystem::exists(geopackage, ignored)) {
        throw Error{
            "there is no earlier build at " + geopackage.string() +
            " whose answers could be kept: build once without --frozen, with the format gpkg, or name "
            "one with --frozen-from FILE.gpkg"};
    }
    Database database = Database::open_read_only(geopackage);
    Statement tables = database.prepare(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('answers', 'build')");
    if (!tables.step() || tables.integer(0) != 2)
        throw Error{geopackage.string() + " has no answers to keep: build it once without --frozen"};
    if (m_builds.empty()) {
        Statement entries = database.prepare("SELECT section, name, value FROM build ORDER BY rowid");
        while (entries.step())
            m_entries.push_back(
                {std::string(entries.text(0)), std::string(entries.text(1)), std::string(entries.text(2))});
    }
    Statement by_id = database.prepare("SELECT words, gazetteers, record FROM answers WHERE answer_id = ?");
    m_builds.push_back({std::move(database), std::move(by_id)});
}

std::optional<KeptAnswer> KeptAnswers::find(const std::string& id, const Query& query) {
    for (auto& [database, by_id] : m_builds) {
        by_id.reset();
        by_id.bind_text(1, id);
        if (!by_id.step() || by_id.text(0) != query.words) continue;
        auto location = from_record(by_id.text(2));
        if (!location) {
            throw Error{database.path().string() + ": the answer for '" + shortened(query.words, 200) +
                        "' cannot be read; it was kept by another version. Build once without --frozen"};
        }
        return KeptAnswer{*std::move(location), std::string(by_id.text(1)), std::string(by_id.text(2))};
    }
    return std::nullopt;
}

}  // namespace incidentmap
