// SPDX-License-Identifier: MIT
#include "core/draft.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& path, int code) {
    throw Error{what + " " + path.string() + ": " + std::generic_category().message(code)};
}

/// True where the path still names the file that is open: else another run has renamed or removed it
/// meanwhile.
bool names_file(const fs::path& path, int descriptor) {
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

fs::path name_beside(const fs::path& file, std::string_view ending) {
    return file.string() + std::string(ending);
}

/// True where a process has a lock on a byte of the file (of SQLite's, every one that has the database open),
/// or nobody can tell.
bool is_held(const fs::path& path) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return errno != ENOENT;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool held = fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
    close(descriptor);
    return held;
}

int open_locked(const fs::path& path, const fs::path& output) {
    while (true) {
        const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0) fail("cannot write", output, errno);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            close(descriptor);
            if (code != EWOULDBLOCK) fail("cannot lock", path, code);
            throw Error{"another run is writing " + output.string() +
                        " at this moment: wait until it is done"};
        }
        if (names_file(path, descriptor)) return descriptor;
        close(descriptor);
    }
}

}  // namespace

fs::path draft_path(const fs::path& output) {
    return output.parent_path() / ("." + output.filename().string() + ".part");
}

fs::path old_path(const fs::path& file) {
    return file.parent_path() / ("." + file.filename().string() + ".old");
}

void check_replaceable(const fs::path& output) {
    std::error_code error;
    const fs::file_status status = fs::status(output, error);
    if (fs::is_directory(status)) throw Error{"cannot write " + output.string() + ": it is a folder"};
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error{"cannot write " + output.string() + ": it is no file"};
    const std::string name = output.filename().string();
    for (const std::string& sign :
         {name + "-wal", name + "-shm", name + "-journal", ".~lock." + name + "#", "~$" + name}) {
        const fs::path path = output.parent_path() / sign;
        if (!fs::exists(path, error)) continue;
        if (sign == name + "-shm" && !is_held(path)) continue;
        if (sign == name + "-wal" && fs::file_size(path, error) == 0 && !is_held(name_beside(output, "-shm")))
            continue;
        throw Error{output.string() + " is open in another program (" + sign +
                    " stands beside it): close it there and run this again"};
    }
}

int sync_descriptor(int descriptor) {
    while (fsync(descriptor) != 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

void sync_path(const fs::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot open", path, errno);
    const int code = sync_descriptor(file);
    close(file);
    // Some file systems cannot sync a folder, and say so.
    if (code != 0 && code != EINVAL) fail("cannot write", path, code);
}

LockedFile::LockedFile(fs::path path, const fs::path& output)
    : m_path(std::move(path)), m_descriptor(open_locked(m_path, output)) {}

LockedFile::~LockedFile() {
    if (m_descriptor >= 0) close(m_descriptor);
}

LockedFile::LockedFile(LockedFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

Draft::Draft(fs::path output)
    : m_output([&] {
          if (output.filename().empty())
              throw Error{"cannot write " + output.string() + ": it is no file name"};
          check_replaceable(output);
          return std::move(output);
      }()),
      m_file(draft_path(m_output), m_output) {
    m_unfinished.emplace(m_file.path());
    if (ftruncate(m_file.descriptor(), 0) != 0) fail("cannot write", m_output, errno);
}

Draft::~Draft() {
    std::error_code ignored;
    if (!m_published) fs::remove(m_file.path(), ignored);
}

void Draft::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file.descriptor(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write", m_output, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Draft::publish() {
    check_replaceable(m_output);
    if (const int code = sync_descriptor(m_file.descriptor()); code != 0)
        fail("cannot write", m_output, code);
    std::error_code error;
    fs::rename(m_file.path(), m_output, error);
    if (error) fail("cannot write", m_output, error.value());
    m_published = true;
}

}  // namespace incidentmap
