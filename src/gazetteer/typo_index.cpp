// SPDX-License-Identifier: MIT
#include "gazetteer/typo_index.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

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

/// The bytes of a text that are letters, each from where it starts to the next one's start. Nothing for what
/// is too short or too long for the index.
class Letters {
  public:
    Letters(TypoOf what, std::string_view text) : m_text(text) {
        for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
            if (m_count == most_letters) {
                m_count = 0;
                return;
            }
            m_starts[m_count++] = at;
        }
        if (m_count < (what == TypoOf::form ? least_letters_of_form : least_letters_of_phonetic_key))
            m_count = 0;
        m_starts[m_count] = text.size();
    }

    std::size_t count() const { return m_count; }
    std::size_t start(std::size_t letter) const { return m_starts[letter]; }

    /// Of equal letters in a row, one deletion is as good as another.
    bool repeats(std::size_t letter) const {
        return letter > 0 && m_text.substr(m_starts[letter], m_starts[letter + 1] - m_starts[letter]) ==
                                 m_text.substr(m_starts[letter - 1], m_starts[letter] - m_starts[letter - 1]);
    }

  private:
    std::string_view m_text;
    std::array<std::size_t, most_letters + 1> m_starts{};
    std::size_t m_count = 0;
};

/// Calls \p visit with the hash of the text and of each of its deletions.
template <typename Visit>
void for_each_key(TypoOf what, std::string_view text, Visit visit) {
    const Letters letters(what, text);
    if (letters.count() == 0) return;
    std::string key(1, static_cast<char>(what));
    key += text;
    visit(hash128(key).low);
    for (std::size_t i = 0; i < letters.count(); ++i) {
        if (letters.repeats(i)) continue;
        key.resize(1);
        key += text.substr(0, letters.start(i));
        key += text.substr(letters.start(i + 1));
        visit(hash128(key).low);
    }
}

/// Calls \p visit with the hash of what is left of the text without any two letters.
template <typename Visit>
void for_each_key_without_two(TypoOf what, std::string_view text, Visit visit) {
    const Letters letters(what, text);
    const std::size_t least = what == TypoOf::form ? least_letters_of_form : least_letters_of_phonetic_key;
    if (letters.count() <= least) return;
    std::string key(1, static_cast<char>(what));
    for (std::size_t i = 0; i < letters.count(); ++i) {
        for (std::size_t j = i + 1; j < letters.count(); ++j) {
            key.resize(1);
            key += text.substr(0, letters.start(i));
            key += text.substr(letters.start(i + 1), letters.start(j) - letters.start(i + 1));
            key += text.substr(letters.start(j + 1));
            visit(hash128(key).low);
        }
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

/// The names of a bucket's entries that are of that hash.
template <typename Bytes>
void add_names(const Bytes& bytes, std::uint64_t kept, std::vector<std::int64_t>& names) {
    std::size_t low = 0;
    std::size_t high = bytes.size() / entry_size;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (read_little(bytes.data() + middle * entry_size, 2) < kept)
            low = middle + 1;
        else
            high = middle;
    }
    for (; (low + 1) * entry_size <= bytes.size(); ++low) {
        const std::byte* entry = bytes.data() + low * entry_size;
        if (read_little(entry, 2) != kept) break;
        names.push_back(static_cast<std::int64_t>(read_little(entry + 2, 4)));
    }
}

/// A bucket costs about a sixteenth of a read to read in order with all others.
constexpr std::uint64_t reads_worth_a_scan = 16;

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
    : m_bucket(database.prepare("SELECT entries FROM slips WHERE bucket = ?1")),
      m_buckets(database.prepare("SELECT bucket, entries FROM slips ORDER BY bucket")) {
    Statement last = database.prepare("SELECT max(bucket) FROM slips");
    if (!last.step() || last.is_null(0))
        throw Error{database.path().string() + " is damaged: it has no index of misspellings"};
    m_mask = static_cast<std::uint64_t>(last.integer(0));
}

std::vector<std::int64_t> TypoIndex::near(TypoOf what, std::string_view text) {
    std::vector<std::uint64_t> hashes;
    for_each_key(what, text, [&](std::uint64_t hash) { hashes.push_back(hash); });
    return names_of(hashes);
}

std::vector<std::int64_t> TypoIndex::near_by_two(TypoOf what, std::string_view text) {
    std::vector<std::uint64_t> hashes;
    for_each_key(what, text, [&](std::uint64_t hash) { hashes.push_back(hash); });
    for_each_key_without_two(what, text, [&](std::uint64_t hash) { hashes.push_back(hash); });
    return names_of(hashes);
}

bool TypoIndex::may_have(std::uint64_t hash) const {
    if (m_starts.empty()) return true;
    const auto bucket = m_starts.begin() + static_cast<std::ptrdiff_t>(hash & m_mask);
    return std::binary_search(m_kept.begin() + bucket[0], m_kept.begin() + bucket[1],
                              static_cast<std::uint16_t>(hash >> kept_shift));
}

bool TypoIndex::surely_lacks(std::string_view form) const {
    if (m_starts.empty() || !is_typed(form)) return false;
    bool lacks = false;
    if (Letters(TypoOf::form, form).count() > 0) {
        std::string key(1, static_cast<char>(TypoOf::form));
        key += form;
        lacks = !may_have(hash128(key).low);
    }
    return lacks;
}

void TypoIndex::read_all() {
    std::vector<std::uint32_t> starts(m_mask + 2);
    m_kept.clear();
    std::uint64_t next = 0;  // bucket
    while (m_buckets.step()) {
        const auto bucket = static_cast<std::uint64_t>(m_buckets.integer(0));
        const auto bytes = m_buckets.blob(1);
        if (bucket > m_mask) break;
        for (; next <= bucket; ++next) starts[next] = static_cast<std::uint32_t>(m_kept.size());
        for (std::size_t at = 0; at + entry_size <= bytes.size(); at += entry_size)
            m_kept.push_back(static_cast<std::uint16_t>(read_little(bytes.data() + at, 2)));
    }
    m_buckets.reset();
    for (; next < starts.size(); ++next) starts[next] = static_cast<std::uint32_t>(m_kept.size());
    m_starts = std::move(starts);
}

/// \param hashes of keys; sorted here, so that neighbours in the table are read one after the other
std::vector<std::int64_t> TypoIndex::names_of(std::vector<std::uint64_t>& hashes) {
    if (m_starts.empty() && m_reads > (m_mask + 1) / reads_worth_a_scan) read_all();
    std::erase_if(hashes, [this](std::uint64_t hash) { return !may_have(hash); });
    std::sort(hashes.begin(), hashes.end(), [this](std::uint64_t a, std::uint64_t b) {
        return std::pair(a & m_mask, a) < std::pair(b & m_mask, b);
    });
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    m_reads += hashes.size();
    std::vector<std::int64_t> names;
    for (const std::uint64_t hash : hashes) {
        m_bucket.bind_integer(1, static_cast<std::int64_t>(hash & m_mask));
        if (m_bucket.step()) add_names(m_bucket.blob(0), hash >> kept_shift, names);
        m_bucket.reset();
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace incidentmap
