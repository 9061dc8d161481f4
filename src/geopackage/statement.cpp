// SPDX-License-Identifier: MIT
#include "geopackage/statement.hpp"

#include <sqlite3.h>

#include "geopackage/sqlite_error.hpp"

namespace incidentmap {

namespace {

// SQLite takes a null pointer for NULL, whatever the length, so that an empty value needs an address.
const char* address_of(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

const void* address_of(std::span<const std::byte> bytes) {
    return bytes.data() == nullptr ? static_cast<const void*>("") : bytes.data();
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Statement::check(int code) const {
    if (code == SQLITE_OK) return;
    const char* sql = sqlite3_sql(m_statement.get());
    throw_sqlite_error(sqlite3_db_handle(m_statement.get()), sql == nullptr ? "" : sql);
}

void Statement::bind_null(int parameter) { check(sqlite3_bind_null(m_statement.get(), parameter)); }

void Statement::bind_integer(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement.get(), parameter, value));
}

void Statement::bind_real(int parameter, double value) {
    check(sqlite3_bind_double(m_statement.get(), parameter, value));
}

void Statement::bind_text(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), parameter, address_of(text), text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void Statement::bind_text_view(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), parameter, address_of(text), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bind_blob(int parameter, std::span<const std::byte> bytes) {
    check(
        sqlite3_bind_blob64(m_statement.get(), parameter, address_of(bytes), bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_blob_view(int parameter, std::span<const std::byte> bytes) {
    check(sqlite3_bind_blob64(m_statement.get(), parameter, address_of(bytes), bytes.size(), SQLITE_STATIC));
}

void Statement::clear_bindings() { check(sqlite3_clear_bindings(m_statement.get())); }

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

void Statement::reset() { check(sqlite3_reset(m_statement.get())); }

void Statement::run() {
    while (step()) {
    }
    reset();
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }

std::string_view Statement::text(int column) const {
    const void* data = sqlite3_column_text(m_statement.get(), column);
    if (data == nullptr) {
        check(sqlite3_errcode(sqlite3_db_handle(m_statement.get())) == SQLITE_NOMEM ? SQLITE_NOMEM
                                                                                    : SQLITE_OK);
        return {};
    }
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    if (data == nullptr) {
        check(sqlite3_errcode(sqlite3_db_handle(m_statement.get())) == SQLITE_NOMEM ? SQLITE_NOMEM
                                                                                    : SQLITE_OK);
        return {};
    }
    return {static_cast<const std::byte*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

int Statement::column_count() const { return sqlite3_column_count(m_statement.get()); }

}  // namespace incidentmap
