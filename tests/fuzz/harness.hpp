// SPDX-License-Identifier: MIT
/// What the fuzzer, and the replay of the kept corpus, give bytes to.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

/// One parser, and what must hold of it for any bytes. A function returns, or ends the process.
struct Harness {
    std::string_view name;
    void (*run)(std::string_view bytes);
};

/// All of them: a file here each.
std::span<const Harness> harnesses();

/// The harness of that name; null where there is none.
const Harness* harness_named(std::string_view name);

/// Ends the process, with the place in the source, where what must hold does not. (clang 14 has no
/// std::source_location.)
void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE());

/// A file of that name with these bytes, in a folder that is this process's own. It stands until the next of
/// that name.
std::filesystem::path file_of(std::string_view name, std::string_view bytes);

/// What stands in a file.
std::string bytes_of(const std::filesystem::path& path);

/// Takes the first byte off, as a number to choose with; 0 where there is none.
unsigned choice_of(std::string_view& bytes);

void fuzz_dates(std::string_view bytes);
void fuzz_counts(std::string_view bytes);
void fuzz_coordinates(std::string_view bytes);
void fuzz_phrases(std::string_view bytes);
void fuzz_spelling(std::string_view bytes);
void fuzz_texts(std::string_view bytes);
void fuzz_csv(std::string_view bytes);
void fuzz_shared_tables(std::string_view bytes);
void fuzz_geometry(std::string_view bytes);
void fuzz_packed_files(std::string_view bytes);
void fuzz_imports(std::string_view bytes);
void fuzz_reports(std::string_view bytes);
void fuzz_records(std::string_view bytes);
void fuzz_json_lines(std::string_view bytes);
void fuzz_connections(std::string_view bytes);
void fuzz_builds(std::string_view bytes);
void fuzz_stored(std::string_view bytes);
