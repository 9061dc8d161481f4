// SPDX-License-Identifier: MIT
/// What a run that is interrupted (Ctrl-C, SIGTERM, SIGHUP) must not leave behind.
#pragma once

#include <filesystem>
#include <list>
#include <mutex>

namespace incidentmap {

/// A draft, a lock or a temporary folder: removed at once where the run is interrupted while this lives. The
/// path must exist and be the run's own.
class Unfinished {
  public:
    explicit Unfinished(const std::filesystem::path& path);
    ~Unfinished();
    Unfinished(Unfinished&& other) noexcept;
    Unfinished& operator=(Unfinished&& other) noexcept;

  private:
    using Place = std::list<std::filesystem::path>::iterator;
    void forget();

    bool m_is_listed = false;
    Place m_place;
};

/// The same for what has no room for an Unfinished: from now on \p path is the run's, and \p lock stays open,
void begin_unfinished(const std::filesystem::path& path, int lock);
/// until this closes it.
void end_unfinished(const std::filesystem::path& path);

/// While this lives, an interruption waits: files that are being renamed belong together, and what is made
/// and yet to be listed would be missed.
class Uninterrupted {
  public:
    Uninterrupted();

  private:
    std::lock_guard<std::recursive_mutex> m_held;
};

/// From now on, an interruption removes what is unfinished, then ends the process as the signal would have.
/// To be called once, before there is a second thread. A signal that whoever started the program had ignored
/// (`nohup`) stays so.
void remove_unfinished_when_interrupted();

}  // namespace incidentmap
