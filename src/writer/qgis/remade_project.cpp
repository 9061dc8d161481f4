// SPDX-License-Identifier: MIT
#include "writer/qgis/remade_project.hpp"

#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "stored/build_file.hpp"
#include "writer/draft_text.hpp"
#include "writer/output_files.hpp"
#include "writer/qgis/embedded_project.hpp"
#include "writer/user_edits.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// When the build was made, so that a project made again of the same file is the same.
std::string time_of_build(Database& database) {
    Statement row = database.prepare("SELECT last_change FROM gpkg_contents WHERE table_name = 'build'");
    return row.step() ? std::string(row.text(0)) : std::string{};
}

/// What was asked now, and where nothing was, what was asked before.
ProjectOptions completed(ProjectOptions asked, const ProjectOptions& before) {
    const auto complete = [](std::string& text, const std::string& earlier) {
        if (text.empty()) text = earlier;
    };
    complete(asked.texts.title, before.texts.title);
    complete(asked.texts.subtitle, before.texts.subtitle);
    complete(asked.texts.credit, before.texts.credit);
    complete(asked.texts.note, before.texts.note);
    complete(asked.crs, before.crs);
    if (!asked.tiles) asked.tiles = before.tiles;
    return asked;
}

/// \throws Error where no build of ours wrote the file
BuildFacts facts_of_file(const fs::path& geopackage) {
    BuildFile ours(geopackage);
    return facts_of(ours);
}

void copy_whole(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error) throw Error{"cannot copy " + from.string() + ": " + error.message()};
}

/// \return what was removed, in a sentence; or nothing
std::string remove_outdated(const fs::path& folder, const std::string& earlier_name) {
    const fs::path project = folder / (earlier_name + ".qgz");
    std::error_code ignored;
    if (!fs::is_regular_file(project, ignored) || fs::exists(folder / (earlier_name + ".gpkg"), ignored))
        return {};
    UserEdits beside;
    look_beside(project, beside);
    if (!beside.edited.empty() || !fs::remove(project, ignored)) return {};
    return "removed " + project.string() + ": its build has another name now";
}

}  // namespace

std::vector<std::string> remove_outdated_projects(const fs::path& folder,
                                                  const std::vector<std::string>& earlier_names) {
    std::vector<std::string> told;
    for (const std::string& name : earlier_names) {
        if (std::string removed = remove_outdated(folder, name); !removed.empty())
            told.push_back(std::move(removed));
    }
    return told;
}

RemadeProject remake_project(const fs::path& geopackage, const ProjectOptions& asked, bool replace) {
    const BuildFacts facts = facts_of_file(geopackage);
    const std::string file_name = geopackage.filename().string();
    const std::string stem = geopackage.stem().string();
    const std::string beside = stem + ".qgz";
    OutputFiles files(geopackage.parent_path(), stem, {file_name, beside});
    UserEdits work = projects_of_others(geopackage, stem);
    look_beside(files.path_of(beside), work);
    refuse_edited(work, geopackage, replace);

    const fs::path draft = files.create_draft(file_name);
    copy_whole(geopackage, draft);
    Database database = Database::open_draft(draft);
    database.begin();
    ProjectOptions options = asked;
    for (const std::string& name : work.outdated) options = completed(options, kept_options(database, name));
    options = completed(options, kept_options(database, stem));
    for (const std::string& name : work.outdated) remove_qgis_project(database, name);
    const MadeProject project =
        embed_project(database, facts, ShownPositions(database), file_name, time_of_build(database), options);
    database.commit();
    database.close();
    DraftText text(files.create_draft(beside));
    text.buffer() = project.stored.archive;
    text.close();
    std::vector<std::string> warnings = files.publish(file_name);
    for (std::string& removed : remove_outdated_projects(files.path_of(beside).parent_path(), work.outdated))
        warnings.push_back(std::move(removed));
    return {{files.path_of(file_name).string(), files.path_of(beside).string()},
            project.crs_name,
            work.kept_in_words(),
            std::move(warnings)};
}

}  // namespace incidentmap
