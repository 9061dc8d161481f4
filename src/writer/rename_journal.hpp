// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace incidentmap {

/// A draft and the file that it becomes, both by their names in one folder.
struct Renaming {
    std::string draft;
    std::string file;
    bool replaces = false;  ///< there is such a file, of an earlier build
};

/// Gives the drafts of one build their names, all of them or none. A hidden file `.STEM.renames` says, while
/// it stands, which drafts become which files; what they replace stays as `.NAME.old` as long. A run that is
/// killed in the middle leaves it, and the next one goes on.
class RenameJournal {
  public:
    RenameJournal(std::filesystem::path folder, const std::string& stem);

    /// True where a run that was killed left it.
    bool stands() const;

    /// Goes on where a run was killed: what can be renamed is, else all is put back. To be called with the
    /// build's lock held. \throws Error where neither can be done
    void recover();

    /// All drafts must be on the disk. \throws Error where one cannot be renamed; the earlier files are back
    /// then, or the error says which is not. \return what went wrong afterwards, in sentences
    std::vector<std::string> rename_all(std::vector<Renaming> renamings);

  private:
    void write(const std::vector<Renaming>& renamings) const;
    std::vector<Renaming> read() const;
    void rename(const Renaming& renaming) const;
    void put_back(const std::vector<Renaming>& renamings) const;
    void forget(const std::vector<Renaming>& renamings) const;
    std::vector<std::string> settled(const std::vector<Renaming>& renamings) const;
    std::filesystem::path old_path_of(const Renaming& renaming) const;

    std::filesystem::path m_folder;
    std::filesystem::path m_path;
};

}  // namespace incidentmap
