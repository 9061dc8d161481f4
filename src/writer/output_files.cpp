// SPDX-License-Identifier: MIT
#include "writer/output_files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

std::string system_message(int code) { return std::generic_category().message(code); }

[[noreturn]] void fail(const std::string& what, const fs::path& path, int code) {
    throw Error{what + " " + path.string() + ": " + system_message(code)};
}

fs::path draft_path(const fs::path& folder, const std::string& name) {
    return folder / ("." + name + ".part");
}

fs::path draft_path_with_extension(const fs::path& folder, const std::string& name) {
    return folder / ("." + name + ".part" + fs::path(name).extension().string());
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail("cannot make the folder", folder, error.value());
    if (!fs::is_directory(folder, error))
        throw Error{"cannot write into " + folder.string() + ": it is no folder"};
}

/// Journals that SQLite leaves beside a database while a program has it open, or had when it was killed.
void refuse_open_elsewhere(const fs::path& path) {
    if (path.extension() != ".gpkg") return;
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        if (!fs::exists(path.string() + ending, ignored)) continue;
        throw Error{path.string() + " is open in another program (" + path.filename().string() + ending +
                    " stands beside it): close it there and build again"};
    }
}

void check_target(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error{"cannot write " + path.string() + ": it is no file"};
    refuse_open_elsewhere(path);
}

/// True where the path still names the file that is open: else another build has removed it meanwhile.
bool names_file(const fs::path& path, int file) {
    struct stat opened {};
    struct stat named {};
    return fstat(file, &opened) == 0 && stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

}  // namespace

void sync_path(const fs::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot open", path, errno);
    const int code = fsync(file) == 0 ? 0 : errno;
    close(file);
    // Some file systems cannot sync a folder, and say so.
    if (code != 0 && code != EINVAL) fail("cannot write", path, code);
}

OutputFiles::OutputFiles(const fs::path& folder, const std::string& stem,
                         const std::vector<std::string>& names)
    : m_folder{folder.empty() ? fs::path(".") : folder} {
    make_folder(m_folder);
    for (const std::string& name : names) check_target(path_of(name));
    take_lock(stem);
    for (const std::string& name : names) remove_stale(name);
}

OutputFiles::~OutputFiles() {
    std::error_code ignored;
    for (const Draft& draft : m_drafts) fs::remove(draft.path, ignored);
    release_lock();
}

void OutputFiles::take_lock(const std::string& stem) {
    m_lock_path = m_folder / ("." + stem + ".lock");
    while (true) {
        m_lock = open(m_lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (m_lock < 0) fail("cannot write into", m_folder, errno);
        if (flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            close(std::exchange(m_lock, -1));
            if (code != EWOULDBLOCK) fail("cannot lock", m_lock_path, code);
            throw Error{"another build is writing " + (m_folder / stem).string() +
                        " at this moment: wait until it is done"};
        }
        if (names_file(m_lock_path, m_lock)) return;
        close(std::exchange(m_lock, -1));
    }
}

void OutputFiles::release_lock() noexcept {
    if (m_lock < 0) return;
    unlink(m_lock_path.c_str());
    close(std::exchange(m_lock, -1));
}

void OutputFiles::remove_stale(const std::string& name) const {
    std::error_code ignored;
    const fs::path draft = draft_path(m_folder, name);
    fs::remove(draft, ignored);
    fs::remove(draft_path_with_extension(m_folder, name), ignored);
    fs::remove(draft.string() + "-journal", ignored);
}

fs::path OutputFiles::create_draft(const std::string& name) {
    remove_stale(name);
    fs::path path = draft_path(m_folder, name);
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) fail("cannot write", path_of(name), errno);
    close(file);
    m_drafts.push_back({name, path});
    return path;
}

fs::path OutputFiles::reserve_draft(const std::string& name) {
    remove_stale(name);
    m_drafts.push_back({name, draft_path_with_extension(m_folder, name)});
    return m_drafts.back().path;
}

void OutputFiles::discard(const std::string& name) {
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft& d) { return d.name == name; });
    if (found == m_drafts.end()) return;
    std::error_code ignored;
    fs::remove(found->path, ignored);
    m_drafts.erase(found);
}

void OutputFiles::publish(const std::string& last) {
    std::stable_partition(m_drafts.begin(), m_drafts.end(),
                          [&](const Draft& draft) { return draft.name != last; });
    for (const Draft& draft : m_drafts) {
        check_target(path_of(draft.name));
        sync_path(draft.path);
    }
    while (!m_drafts.empty()) {
        const Draft& draft = m_drafts.front();
        std::error_code error;
        fs::rename(draft.path, path_of(draft.name), error);
        if (error) fail("cannot write", path_of(draft.name), error.value());
        m_drafts.erase(m_drafts.begin());
    }
    sync_path(m_folder);
}

bool OutputFiles::remove_earlier(const std::string& name) {
    std::error_code error;
    const bool removed = fs::is_regular_file(path_of(name), error) && fs::remove(path_of(name), error);
    if (error && error != std::errc::no_such_file_or_directory)
        fail("cannot remove", path_of(name), error.value());
    return removed;
}

}  // namespace incidentmap
