// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/draft.hpp"
#include "core/unfinished.hpp"
#include "writer/rename_journal.hpp"

namespace incidentmap {

/// True where a run is writing the files of that stem, or was killed while it did: its lock or its journal of
/// renames stands. For those who hold no OutputFiles of it.
bool is_left_unfinished(const std::filesystem::path& folder, const std::string& stem);

/// The files of one build: each is written as a draft beside its place and takes it at the end, or never. A
/// hidden file `.STEM.lock` in the folder, locked as long as this lives, keeps two builds from writing the
/// same files. Where an earlier one was killed, its drafts are removed, and renames that it had begun are
/// ended.
class OutputFiles {
  public:
    /// Makes the folder where there is none, and takes the lock. \param names all that this build may replace
    /// \throws Error where the folder cannot be made or written, another run has the lock, or as
    /// check_replaceable() does
    OutputFiles(const std::filesystem::path& folder, const std::string& stem,
                const std::vector<std::string>& names);
    /// Removes what was not published, and the lock.
    ~OutputFiles();
    OutputFiles(const OutputFiles&) = delete;
    OutputFiles& operator=(const OutputFiles&) = delete;

    /// Makes an empty draft of a file and gives its path: `.NAME.part`.
    std::filesystem::path create_draft(const std::string& name);

    /// The path of a draft that is yet to be made, by a library that goes by the extension: `.NAME.part.csv`.
    std::filesystem::path reserve_draft(const std::string& name);

    /// Removes a draft that is not to be published.
    void discard(const std::string& name);

    /// Syncs all drafts, then gives each its name, in the order in which they were made, but \p last last:
    /// all of them or none. \return what went wrong once they stood, in sentences
    std::vector<std::string> publish(const std::string& last);

    /// Removes a file of an earlier build; true where there was one.
    bool remove_earlier(const std::string& name);

    /// What is to be published: names, and where the drafts are.
    std::vector<std::pair<std::string, std::filesystem::path>> drafts() const;

    std::filesystem::path path_of(const std::string& name) const { return m_folder / name; }

  private:
    struct Named {
        std::string name;
        std::filesystem::path path;
        Unfinished unfinished;
    };
    void remove_stale(const std::string& name) const;

    std::filesystem::path m_folder;
    std::optional<LockedFile> m_lock;
    std::optional<Unfinished> m_unfinished_lock;
    RenameJournal m_renames;
    std::vector<Named> m_drafts;
};

}  // namespace incidentmap
