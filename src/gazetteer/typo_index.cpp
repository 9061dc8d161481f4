// SPDX-License-Identifier: MIT
#include "gazetteer/typo_index.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "gazetteer/spelling/code_points.hpp"

namespace incidentmap {
namespace {

/// The low bits of a hash choose the bucket, 16 more are kept in the entry beside the number of the name.
constexpr int kept_shift = 48;
constexpr std::size_t entry_size = 6;
constexpr std::uint64_t entries_of_a_bucket = 64;
constexpr std::uint64_t most_in_memory = 16'000'000;

struct Entry {
    std::uint64_t bucket_and_kept = 0;  ///< the bucket in the high bits; before they are known, the hash
    std::uint32_t name = 0;

    friend auto operator<=>(const Entry&, const Entry&) = default;
};

std::uint64_t entry_key(std::uint64_t hash, std::uint64_t mask) {
    return (hash & mask) << 16 | hash >> kept_shift;
}

/// Calls \p visit with the hash of the text and of each of its deletions. Nothing for what is too short or
/// too long.
template <typename Visit>
void for_each_key(TypoOf what, std::string_view text, Visit visit) {
    std::array<std::size_t, most_letters + 1> starts{};
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
        if (letters == most_letters) return;
        starts[letters++] = at;
    }
    if (letters < (what == TypoOf::form ? least_letters_of_form : least_letters_of_phonetic_key)) return;
    starts[letters] = text.size();
    std::string key(1, static_cast<char>(what));
    key += text;
    visit(hash128(key).low);
    for (std::size_t i = 0; i < letters; ++i) {
        // Of equal letters in a row, one deletion is as good as another.
        if (i > 0 && text.substr(starts[i], starts[i + 1] - starts[i]) ==
                         text.substr(starts[i - 1], starts[i] - starts[i - 1]))
            continue;
        key.resize(1);
        key += text.substr(0, starts[i]);
        key += text.substr(starts[i + 1]);
        visit(hash128(key).low);
    }
}

/// Names that somebody may type letter by letter: in Latin, Arabic and Cyrillic letters.
bool is_typed(std::string_view form) {
    return std::all_of(form.begin(), form.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0xE0; });
}

/// Calls \p visit with each key and the number of the name that has it.
template <typename Visit>
void for_each_entry(Database& database, Visit visit) {
    struct Source {
        TypoOf what;
        std::string_view query;
    };
    constexpr Source sources[] = {
        {TypoOf::form, "SELECT form, name FROM forms ORDER BY form, place"},
        {TypoOf::phonetic_key,
         "SELECT skeleton, fid FROM names WHERE skeleton IS NOT NULL ORDER BY skeleton, place"},
    };
    for (const Source& source : sources) {
        Statement rows = database.prepare(source.query);
        std::string last;
        while (rows.step()) {
            const std::string_view text = rows.text(0);
            if (text == last) continue;
            last = text;
            if (source.what == TypoOf::form && !is_typed(last)) continue;
            const auto name = static_cast<std::uint32_t>(rows.integer(1));
            for_each_key(source.what, last, [&](std::uint64_t hash) { visit(hash, name); });
        }
    }
}

void write_bucket(Statement& insert, std::uint64_t bucket, const std::vector<std::byte>& entries) {
    insert.bind_integer(1, static_cast<std::int64_t>(bucket));
    insert.bind_blob_view(2, entries);
    insert.run();
}

std::uint64_t read_little(const std::byte* bytes, int size) {
    std::uint64_t value = 0;
    for (int i = size; i-- > 0;) value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    return value;
}

void append_little(std::vector<std::byte>& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
}

}  // namespace

void create_typo_index(Database& database) {
    database.execute("CREATE TABLE slips (bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL)");
    std::uint64_t count = 0;
    std::vector<Entry> entries;  // with whole hashes, as long as they are not too many
    for_each_entry(database, [&](std::uint64_t hash, std::uint32_t name) {
        if (++count <= most_in_memory) entries.push_back({hash, name});
    });
    std::uint64_t buckets = 1;
    while (buckets * entries_of_a_bucket < count) buckets *= 2;
    const std::uint64_t passes = count / most_in_memory + 1;
    Statement insert = database.prepare("INSERT INTO slips VALUES (?1, ?2)");
    std::vector<std::byte> bytes;
    for (std::uint64_t pass = 0; pass < passes; ++pass) {
        const std::uint64_t begin = buckets * pass / passes;
        const std::uint64_t end = buckets * (pass + 1) / passes;
        if (passes > 1) {
            entries.clear();
            for_each_entry(database, [&](std::uint64_t hash, std::uint32_t name) {
                const std::uint64_t bucket = hash & (buckets - 1);
                if (bucket >= begin && bucket < end) entries.push_back({hash, name});
            });
        }
        for (Entry& entry : entries) entry.bucket_and_kept = entry_key(entry.bucket_and_kept, buckets - 1);
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        auto entry = entries.begin();
        for (std::uint64_t bucket = begin; bucket < end; ++bucket) {
            bytes.clear();
            for (; entry != entries.end() && entry->bucket_and_kept >> 16 == bucket; ++entry) {
                append_little(bytes, entry->bucket_and_kept & 0xFFFF, 2);
                append_little(bytes, entry->name, 4);
            }
            write_bucket(insert, bucket, bytes);
        }
    }
}

TypoIndex::TypoIndex(Database& database)
    : m_bucket(database.prepare("SELECT entries FROM slips WHERE bucket = ?1")) {
    Statement last = database.prepare("SELECT max(bucket) FROM slips");
    if (!last.step() || last.is_null(0))
        throw Error{database.path().string() + " is damaged: it has no index of misspellings"};
    m_mask = static_cast<std::uint64_t>(last.integer(0));
}

std::vector<std::int64_t> TypoIndex::near(TypoOf what, std::string_view text) {
    std::vector<std::int64_t> names;
    for_each_key(what, text, [&](std::uint64_t hash) {
        m_bucket.bind_integer(1, static_cast<std::int64_t>(hash & m_mask));
        if (m_bucket.step()) {
            const auto bytes = m_bucket.blob(0);
            const std::uint64_t wanted = hash >> kept_shift;
            std::size_t low = 0;
            std::size_t high = bytes.size() / entry_size;
            while (low < high) {
                const std::size_t middle = (low + high) / 2;
                if (read_little(bytes.data() + middle * entry_size, 2) < wanted)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (; (low + 1) * entry_size <= bytes.size(); ++low) {
                const std::byte* entry = bytes.data() + low * entry_size;
                if (read_little(entry, 2) != wanted) break;
                names.push_back(static_cast<std::int64_t>(read_little(entry + 2, 4)));
            }
        }
        m_bucket.reset();
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace incidentmap
