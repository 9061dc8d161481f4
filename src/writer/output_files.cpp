// SPDX-License-Identifier: MIT
#include "writer/output_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& path, int code) {
    throw Error{what + " " + path.string() + ": " + std::generic_category().message(code)};
}

/// For a library that goes by the extension.
fs::path draft_path_with_extension(const fs::path& output) {
    return draft_path(output).string() + output.extension().string();
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail("cannot make the folder", folder, error.value());
    if (!fs::is_directory(folder, error))
        throw Error{"cannot write into " + folder.string() + ": it is no folder"};
}

fs::path lock_path(const fs::path& folder, const std::string& stem) {
    return folder / ("." + stem + ".lock");
}

}  // namespace

bool is_left_unfinished(const fs::path& folder, const std::string& stem) {
    std::error_code ignored;
    return fs::exists(lock_path(folder, stem), ignored) || RenameJournal(folder, stem).stands();
}

OutputFiles::OutputFiles(const fs::path& folder, const std::string& stem,
                         const std::vector<std::string>& names)
    : m_folder{folder.empty() ? fs::path(".") : folder}, m_renames{m_folder, stem} {
    make_folder(m_folder);
    for (const std::string& name : names) check_replaceable(path_of(name));
    {
        const Uninterrupted held;
        m_lock.emplace(lock_path(m_folder, stem), m_folder / stem);
        m_unfinished_lock.emplace(m_lock->path());
        m_renames.recover();
    }
    for (const std::string& name : names) remove_stale(name);
}

OutputFiles::~OutputFiles() {
    std::error_code ignored;
    for (const Named& draft : m_drafts) fs::remove(draft.path, ignored);
    if (m_lock) fs::remove(m_lock->path(), ignored);
}

void OutputFiles::remove_stale(const std::string& name) const {
    std::error_code ignored;
    const fs::path draft = draft_path(path_of(name));
    fs::remove(draft, ignored);
    fs::remove(draft_path_with_extension(path_of(name)), ignored);
    fs::remove(draft.string() + "-journal", ignored);
    fs::remove(old_path(path_of(name)), ignored);
}

fs::path OutputFiles::create_draft(const std::string& name) {
    remove_stale(name);
    fs::path path = draft_path(path_of(name));
    const Uninterrupted held;
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) fail("cannot write", path_of(name), errno);
    close(file);
    m_drafts.push_back({name, path, Unfinished(path)});
    return path;
}

fs::path OutputFiles::reserve_draft(const std::string& name) {
    remove_stale(name);
    const fs::path path = draft_path_with_extension(path_of(name));
    m_drafts.push_back({name, path, Unfinished(path)});
    return m_drafts.back().path;
}

void OutputFiles::discard(const std::string& name) {
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Named& d) { return d.name == name; });
    if (found == m_drafts.end()) return;
    std::error_code ignored;
    fs::remove(found->path, ignored);
    m_drafts.erase(found);
}

std::vector<std::string> OutputFiles::publish(const std::string& last) {
    std::stable_partition(m_drafts.begin(), m_drafts.end(),
                          [&](const Named& draft) { return draft.name != last; });
    for (const Named& draft : m_drafts) {
        check_replaceable(path_of(draft.name));
        sync_path(draft.path);
    }
    std::vector<Renaming> renamings;
    for (const Named& draft : m_drafts) renamings.push_back({draft.path.filename().string(), draft.name});
    const Uninterrupted held;
    std::vector<std::string> warnings = m_renames.rename_all(std::move(renamings));
    m_drafts.clear();
    return warnings;
}

std::vector<std::pair<std::string, fs::path>> OutputFiles::drafts() const {
    std::vector<std::pair<std::string, fs::path>> drafts;
    for (const Named& draft : m_drafts) drafts.emplace_back(draft.name, draft.path);
    return drafts;
}

bool OutputFiles::remove_earlier(const std::string& name) {
    std::error_code error;
    const bool removed = fs::is_regular_file(path_of(name), error) && fs::remove(path_of(name), error);
    if (error && error != std::errc::no_such_file_or_directory)
        fail("cannot remove", path_of(name), error.value());
    return removed;
}

}  // namespace incidentmap
