// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "geopackage/statement.hpp"

struct sqlite3;

namespace incidentmap {

/// One connection to one SQLite file, used by one thread at a time. Statements must not outlive it.
/// Every function throws Error (see sqlite_error.hpp) where SQLite refuses.
class Database {
  public:
    /// A new file, for a draft that is thrown away if anything fails: no journal, nothing synced, locked for
    /// this process (by fcntl, so hold no such lock of your own on it). The path may name an empty file.
    /// \param page_size a power of two from 2,048 to 65,536 bytes: what is read and written at once
    /// \throws Error where the file holds something already or cannot be made
    static Database create(const std::filesystem::path& path, int page_size = 4096);

    /// An existing file, for reading, at once, whatever its size. No lock is taken and nothing beside the
    /// file is made, so that it may lie on a read-only disk; it must not be changed in place
    /// meanwhile (to replace it by a rename is fine). What its schema says is not trusted.
    /// \throws Error where there is no such file, it is no SQLite database, or another program has not yet
    /// written into it what it has changed (a -wal file lies beside it)
    static Database open_read_only(const std::filesystem::path& path);

    /// A draft that create() made, or a copy of a file that is to be changed: to go on writing, as with
    /// create(). \throws Error where there is no such file or it is no SQLite database
    static Database open_draft(const std::filesystem::path& path);

    /// Runs SQL, one statement or more, and drops the rows.
    void execute(const std::string& sql);
    /// Prepares exactly one statement.
    Statement prepare(std::string_view sql);

    /// Begins a transaction; there is no way back from it but to throw the draft away.
    void begin();
    void commit();

    std::int64_t last_insert_rowid() const;

    /// What SQLite's integrity_check and foreign_key_check and the rtreecheck of each R-tree find first;
    /// empty where all are clean. Reads the whole file.
    std::string integrity_problem();

    /// Closes the file. A draft is not whole before this has returned.
    /// \throws Error also where a transaction is open or a statement still lives
    void close();

    /// As it was given.
    const std::filesystem::path& path() const { return m_path; }

  private:
    struct Closer {
        void operator()(sqlite3* connection) const noexcept;
    };
    Database(const std::filesystem::path& path, const std::string& uri, int flags);
    void prepare_draft();

    std::filesystem::path m_path;
    std::unique_ptr<sqlite3, Closer> m_connection;
};

/// A name as SQL takes it: `"attacks"`, with a quotation mark inside doubled. The only way names enter SQL;
/// values are bound.
/// \throws Error where the name holds a zero byte, which SQL cannot write
std::string quoted_identifier(std::string_view name);

}  // namespace incidentmap
