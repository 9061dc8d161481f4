// SPDX-License-Identifier: MIT
#include "core/temporary_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include "core/abandoned_folders.hpp"
#include "core/error.hpp"
#include "core/unfinished.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "incidentmap-run-";

/// A descriptor of the folder, locked; -1 where another run has the lock, or it is no folder of this user's.
int locked(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return -1;
    struct stat opened {};
    struct stat named {};
    if (fstat(descriptor, &opened) == 0 && opened.st_uid == geteuid() &&
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 && lstat(folder.c_str(), &named) == 0 &&
        opened.st_ino == named.st_ino && opened.st_dev == named.st_dev)
        return descriptor;
    close(descriptor);
    return -1;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    const Uninterrupted held;
    // Another run may take one away before it is locked: the next one is made then.
    constexpr int most_attempts = 100;
    int lock = -1;
    for (int attempt = 0; lock < 0 && attempt < most_attempts; ++attempt) {
        std::string pattern = (fs::temp_directory_path() / (std::string(prefix) + "XXXXXX")).string();
        if (mkdtemp(pattern.data()) == nullptr)
            throw Error{"cannot make " + pattern + ": " + std::generic_category().message(errno)};
        m_path = pattern;
        lock = locked(m_path);
    }
    if (lock < 0) throw Error{"cannot lock a folder in " + m_path.parent_path().string()};
    begin_unfinished(m_path, lock);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    end_unfinished(m_path);
}

void remove_abandoned_folders() {
    std::error_code ignored;
    const fs::path parent = fs::temp_directory_path(ignored);
    if (ignored) return;
    for (fs::directory_iterator entry(parent, ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        const fs::path& folder = entry->path();
        if (!folder.filename().string().starts_with(prefix)) continue;
        const int lock = locked(folder);
        if (lock < 0) continue;
        std::error_code busy;
        fs::remove_all(folder, busy);
        close(lock);
    }
}

}  // namespace incidentmap
