// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

struct sqlite3_stmt;

namespace incidentmap {

/// A prepared SQL statement; made by Database::prepare. Parameters count from 1 and columns from 0, as in
/// SQLite. Every function throws Error (see sqlite_error.hpp) where SQLite refuses.
class Statement {
  public:
    explicit Statement(sqlite3_stmt* statement) : m_statement{statement} {}

    void bind_null(int parameter);
    void bind_integer(int parameter, std::int64_t value);
    /// A number; what is not a number (NaN) becomes NULL, as SQLite has it.
    void bind_real(int parameter, double value);
    /// A copy of the text (UTF-8).
    void bind_text(int parameter, std::string_view text);
    /// The text itself, not copied: it must live and stay as it is until the parameter is bound anew or
    /// cleared.
    void bind_text_view(int parameter, std::string_view text);
    /// A copy of the bytes; no bytes are an empty blob, not NULL.
    void bind_blob(int parameter, std::span<const std::byte> bytes);
    /// The bytes themselves, not copied: they must live as long as a bind_text_view's text.
    void bind_blob_view(int parameter, std::span<const std::byte> bytes);
    /// Every parameter is NULL again.
    void clear_bindings();

    /// Moves on to the next row; false where there is none.
    bool step();
    /// Back to before the first row; the parameters stay bound.
    void reset();
    /// For what returns no row, or whose rows nobody wants: steps to the end, then resets.
    void run();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Empty for NULL. Good until the next step, reset or reading of this column as another type.
    std::string_view text(int column) const;
    /// Empty for NULL. Good as long as text's.
    std::span<const std::byte> blob(int column) const;
    /// How many columns a row has; 0 for what returns no rows.
    int column_count() const;

  private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

}  // namespace incidentmap
