// SPDX-License-Identifier: MIT
#include "core/unfinished.hpp"

#include <unistd.h>

#include <csignal>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// One for the process, as signals are. Never destroyed: the thread that waits for signals outlives `main`.
struct Listed {
    std::recursive_mutex mutex;
    std::list<fs::path> paths;
    std::map<fs::path, int> locks;  ///< of the folders that are held by their names
};

Listed& listed() {
    static Listed& all = *new Listed;
    return all;
}

void remove_all_and_end(int signal) {
    // Held until the process is gone: no other thread makes a file, or begins to rename, from here on.
    listed().mutex.lock();
    std::error_code ignored;
    for (const fs::path& path : listed().paths) fs::remove_all(path, ignored);
    for (const auto& [path, lock] : listed().locks) fs::remove_all(path, ignored);
    std::signal(signal, SIG_DFL);
    sigset_t only{};
    sigemptyset(&only);
    sigaddset(&only, signal);
    pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    kill(getpid(), signal);
    _exit(128 + signal);
}

bool is_ignored(int signal) {
    struct sigaction now {};
    return sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

Unfinished::Unfinished(const fs::path& path) {
    const std::lock_guard held(listed().mutex);
    listed().paths.push_front(fs::absolute(path));
    m_place = listed().paths.begin();
    m_is_listed = true;
}

Unfinished::~Unfinished() { forget(); }

Unfinished::Unfinished(Unfinished&& other) noexcept
    : m_is_listed(std::exchange(other.m_is_listed, false)), m_place(other.m_place) {}

Unfinished& Unfinished::operator=(Unfinished&& other) noexcept {
    if (this == &other) return *this;
    forget();
    m_is_listed = std::exchange(other.m_is_listed, false);
    m_place = other.m_place;
    return *this;
}

void Unfinished::forget() {
    if (!std::exchange(m_is_listed, false)) return;
    const std::lock_guard held(listed().mutex);
    listed().paths.erase(m_place);
}

void begin_unfinished(const fs::path& path, int lock) {
    const std::lock_guard held(listed().mutex);
    listed().locks.emplace(path, lock);
}

void end_unfinished(const fs::path& path) {
    const std::lock_guard held(listed().mutex);
    const auto known = listed().locks.find(path);
    if (known == listed().locks.end()) return;
    close(known->second);
    listed().locks.erase(known);
}

Uninterrupted::Uninterrupted() : m_held(listed().mutex) {}

void remove_unfinished_when_interrupted() {
    sigset_t waited{};
    sigemptyset(&waited);
    bool any = false;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        if (is_ignored(signal)) continue;
        sigaddset(&waited, signal);
        any = true;
    }
    if (!any || pthread_sigmask(SIG_BLOCK, &waited, nullptr) != 0) return;
    listed();
    std::thread([waited] {
        int signal = 0;
        while (sigwait(&waited, &signal) != 0) {
        }
        remove_all_and_end(signal);
    }).detach();
}

}  // namespace incidentmap
